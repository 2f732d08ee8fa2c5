using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
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
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Preferences",
                schema: "customers",
                table: "Customers",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PreferredContact",
                schema: "customers",
                table: "Customers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Size",
                schema: "customers",
                table: "Customers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Department",
                schema: "customers",
                table: "Contacts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOptedOut",
                schema: "customers",
                table: "ContactPoints",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsVerified",
                schema: "customers",
                table: "ContactPoints",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Label",
                schema: "customers",
                table: "ContactPoints",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Network",
                schema: "customers",
                table: "ContactPoints",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Normalised",
                schema: "customers",
                table: "ContactPoints",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                schema: "customers",
                table: "Addresses",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                schema: "customers",
                table: "Addresses",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactContactPoints",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Network = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Normalised = table.Column<string>(type: "text", nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsPrimary = table.Column<bool>(type: "boolean", nullable: false),
                    IsVerified = table.Column<bool>(type: "boolean", nullable: false),
                    IsOptedOut = table.Column<bool>(type: "boolean", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: false)
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
