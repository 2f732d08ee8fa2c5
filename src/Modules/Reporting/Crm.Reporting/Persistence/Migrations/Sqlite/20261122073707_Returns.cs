using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ReturnedNet",
                table: "reporting_SalesRollups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedRemainder",
                table: "reporting_SalesRollups",
                type: "INTEGER",
                scale: 8,
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedUnits",
                table: "reporting_SalesRollups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedAmount",
                table: "reporting_OrderLineFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedNet",
                table: "reporting_OrderLineFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedNetExact",
                table: "reporting_OrderLineFacts",
                type: "INTEGER",
                scale: 8,
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "ReturnedQuantity",
                table: "reporting_OrderLineFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Tax",
                table: "reporting_OrderLineFacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "reporting_RefundFacts",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_RefundFacts", x => new { x.Generation, x.RefundId, x.LineId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_RefundFacts_Generation_OrderId",
                table: "reporting_RefundFacts",
                columns: new[] { "Generation", "OrderId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_RefundFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedNet",
                table: "reporting_SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedRemainder",
                table: "reporting_SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedUnits",
                table: "reporting_SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedAmount",
                table: "reporting_OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedNet",
                table: "reporting_OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedNetExact",
                table: "reporting_OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedQuantity",
                table: "reporting_OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "Tax",
                table: "reporting_OrderLineFacts");
        }
    }
}
