using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Reaching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LegalName",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Preferences",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreferredContact",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Size",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Department",
                schema: "customers",
                table: "Contacts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOptedOut",
                schema: "customers",
                table: "ContactPoints",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsVerified",
                schema: "customers",
                table: "ContactPoints",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Label",
                schema: "customers",
                table: "ContactPoints",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Network",
                schema: "customers",
                table: "ContactPoints",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Normalised",
                schema: "customers",
                table: "ContactPoints",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                schema: "customers",
                table: "Addresses",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                schema: "customers",
                table: "Addresses",
                type: "float",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactContactPoints",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Network = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Normalised = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    IsPrimary = table.Column<bool>(type: "bit", nullable: false),
                    IsVerified = table.Column<bool>(type: "bit", nullable: false),
                    IsOptedOut = table.Column<bool>(type: "bit", nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactContactPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactContactPoints_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalSchema: "customers",
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContactContactPoints_ContactId",
                schema: "customers",
                table: "ContactContactPoints",
                column: "ContactId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactContactPoints",
                schema: "customers");

            migrationBuilder.DropColumn(
                name: "LegalName",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Preferences",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PreferredContact",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Size",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Department",
                schema: "customers",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "IsOptedOut",
                schema: "customers",
                table: "ContactPoints");

            migrationBuilder.DropColumn(
                name: "IsVerified",
                schema: "customers",
                table: "ContactPoints");

            migrationBuilder.DropColumn(
                name: "Label",
                schema: "customers",
                table: "ContactPoints");

            migrationBuilder.DropColumn(
                name: "Network",
                schema: "customers",
                table: "ContactPoints");

            migrationBuilder.DropColumn(
                name: "Normalised",
                schema: "customers",
                table: "ContactPoints");

            migrationBuilder.DropColumn(
                name: "Latitude",
                schema: "customers",
                table: "Addresses");

            migrationBuilder.DropColumn(
                name: "Longitude",
                schema: "customers",
                table: "Addresses");
        }
    }
}
