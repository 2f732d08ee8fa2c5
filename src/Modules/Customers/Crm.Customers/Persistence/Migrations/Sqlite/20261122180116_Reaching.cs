using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reaching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LegalName",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Preferences",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreferredContact",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Size",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Department",
                table: "customers_Contacts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOptedOut",
                table: "customers_ContactPoints",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsVerified",
                table: "customers_ContactPoints",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Label",
                table: "customers_ContactPoints",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Network",
                table: "customers_ContactPoints",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Normalised",
                table: "customers_ContactPoints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "customers_Addresses",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "customers_Addresses",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_ContactContactPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Network = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Normalised = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOptedOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ContactContactPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ContactContactPoints_customers_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "customers_Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ContactContactPoints_ContactId",
                table: "customers_ContactContactPoints",
                column: "ContactId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_ContactContactPoints");

            migrationBuilder.DropColumn(
                name: "LegalName",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "Preferences",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "PreferredContact",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "Size",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "Department",
                table: "customers_Contacts");

            migrationBuilder.DropColumn(
                name: "IsOptedOut",
                table: "customers_ContactPoints");

            migrationBuilder.DropColumn(
                name: "IsVerified",
                table: "customers_ContactPoints");

            migrationBuilder.DropColumn(
                name: "Label",
                table: "customers_ContactPoints");

            migrationBuilder.DropColumn(
                name: "Network",
                table: "customers_ContactPoints");

            migrationBuilder.DropColumn(
                name: "Normalised",
                table: "customers_ContactPoints");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "customers_Addresses");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "customers_Addresses");
        }
    }
}
