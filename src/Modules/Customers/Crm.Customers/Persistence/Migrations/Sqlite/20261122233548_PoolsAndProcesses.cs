using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PoolsAndProcesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Processes_Code_OrderId",
                table: "customers_Processes");

            migrationBuilder.RenameColumn(
                name: "ClaimedAt",
                table: "customers_Customers",
                newName: "OwnedSince");

            migrationBuilder.AddColumn<int>(
                name: "DaysBeforeOwnClaim",
                table: "customers_Pools",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitBefore",
                table: "customers_PoolEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Day",
                table: "customers_PoolClaims",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_Code_OrderId",
                table: "customers_Processes",
                columns: new[] { "Code", "OrderId" },
                unique: true,
                filter: "\"OrderId\" IS NOT NULL AND \"State\" <> 'Cancelled'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Processes_Code_OrderId",
                table: "customers_Processes");

            migrationBuilder.DropColumn(
                name: "DaysBeforeOwnClaim",
                table: "customers_Pools");

            migrationBuilder.DropColumn(
                name: "UnitBefore",
                table: "customers_PoolEntries");

            migrationBuilder.DropColumn(
                name: "Day",
                table: "customers_PoolClaims");

            migrationBuilder.RenameColumn(
                name: "OwnedSince",
                table: "customers_Customers",
                newName: "ClaimedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_Code_OrderId",
                table: "customers_Processes",
                columns: new[] { "Code", "OrderId" });
        }
    }
}
