using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LeadToSurvivor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                schema: "customers",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                schema: "customers",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_SurvivorId",
                schema: "customers",
                table: "Customers",
                column: "SurvivorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_SurvivorId",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                schema: "customers",
                table: "Customers");
        }
    }
}
