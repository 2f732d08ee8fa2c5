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

            migrationBuilder.AddColumn<Guid>(
                name: "ContactId",
                schema: "customers",
                table: "ContactPoints",
                type: "uuid",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "ContactId",
                schema: "customers",
                table: "ContactPoints");

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
