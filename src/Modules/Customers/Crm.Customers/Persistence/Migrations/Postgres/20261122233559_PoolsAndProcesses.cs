using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PoolsAndProcesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Processes_Code_OrderId",
                schema: "customers",
                table: "Processes");

            migrationBuilder.RenameColumn(
                name: "ClaimedAt",
                schema: "customers",
                table: "Customers",
                newName: "OwnedSince");

            migrationBuilder.AddColumn<int>(
                name: "DaysBeforeOwnClaim",
                schema: "customers",
                table: "Pools",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitBefore",
                schema: "customers",
                table: "PoolEntries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Day",
                schema: "customers",
                table: "PoolClaims",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateIndex(
                name: "IX_Processes_Code_OrderId",
                schema: "customers",
                table: "Processes",
                columns: new[] { "Code", "OrderId" },
                unique: true,
                filter: "\"OrderId\" IS NOT NULL AND \"State\" <> 'Cancelled'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Processes_Code_OrderId",
                schema: "customers",
                table: "Processes");

            migrationBuilder.DropColumn(
                name: "DaysBeforeOwnClaim",
                schema: "customers",
                table: "Pools");

            migrationBuilder.DropColumn(
                name: "UnitBefore",
                schema: "customers",
                table: "PoolEntries");

            migrationBuilder.DropColumn(
                name: "Day",
                schema: "customers",
                table: "PoolClaims");

            migrationBuilder.RenameColumn(
                name: "OwnedSince",
                schema: "customers",
                table: "Customers",
                newName: "ClaimedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_Code_OrderId",
                schema: "customers",
                table: "Processes",
                columns: new[] { "Code", "OrderId" });
        }
    }
}
