using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeadToSurvivor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "customers_Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                table: "customers_Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_SurvivorId",
                table: "customers_Customers",
                column: "SurvivorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_SurvivorId",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                table: "customers_Customers");
        }
    }
}
