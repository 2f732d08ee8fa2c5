using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WhoHoldsStock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                schema: "sales_orders",
                table: "Reservations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerId",
                schema: "sales_orders",
                table: "Reservations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                schema: "sales_orders",
                table: "Reservations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CustomerReference_CustomerId",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "CustomerReference", "CustomerId" },
                filter: "\"CustomerReference\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_CustomerReference_CustomerId",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                schema: "sales_orders",
                table: "Reservations");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                schema: "sales_orders",
                table: "Reservations");

            migrationBuilder.DropColumn(
                name: "UnitId",
                schema: "sales_orders",
                table: "Reservations");
        }
    }
}
