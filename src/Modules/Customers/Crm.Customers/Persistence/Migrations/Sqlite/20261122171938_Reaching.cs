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

            migrationBuilder.AddColumn<Guid>(
                name: "ContactId",
                table: "customers_ContactPoints",
                type: "TEXT",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "ContactId",
                table: "customers_ContactPoints");

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
