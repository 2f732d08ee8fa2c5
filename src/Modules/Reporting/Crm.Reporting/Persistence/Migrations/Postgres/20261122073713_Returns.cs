using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "ReturnedNet",
                schema: "reporting",
                table: "SalesRollups",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "ReturnedRemainder",
                schema: "reporting",
                table: "SalesRollups",
                type: "numeric(28,8)",
                precision: 28,
                scale: 8,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<long>(
                name: "ReturnedUnits",
                schema: "reporting",
                table: "SalesRollups",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<decimal>(
                name: "ReturnedAmount",
                schema: "reporting",
                table: "OrderLineFacts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "ReturnedNet",
                schema: "reporting",
                table: "OrderLineFacts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "ReturnedNetExact",
                schema: "reporting",
                table: "OrderLineFacts",
                type: "numeric(28,8)",
                precision: 28,
                scale: 8,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<int>(
                name: "ReturnedQuantity",
                schema: "reporting",
                table: "OrderLineFacts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "Tax",
                schema: "reporting",
                table: "OrderLineFacts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "RefundFacts",
                schema: "reporting",
                columns: table => new
                {
                    Generation = table.Column<int>(type: "integer", nullable: false),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundFacts", x => new { x.Generation, x.RefundId, x.LineId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_RefundFacts_Generation_OrderId",
                schema: "reporting",
                table: "RefundFacts",
                columns: new[] { "Generation", "OrderId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RefundFacts",
                schema: "reporting");

            migrationBuilder.DropColumn(
                name: "ReturnedNet",
                schema: "reporting",
                table: "SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedRemainder",
                schema: "reporting",
                table: "SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedUnits",
                schema: "reporting",
                table: "SalesRollups");

            migrationBuilder.DropColumn(
                name: "ReturnedAmount",
                schema: "reporting",
                table: "OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedNet",
                schema: "reporting",
                table: "OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedNetExact",
                schema: "reporting",
                table: "OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "ReturnedQuantity",
                schema: "reporting",
                table: "OrderLineFacts");

            migrationBuilder.DropColumn(
                name: "Tax",
                schema: "reporting",
                table: "OrderLineFacts");
        }
    }
}
