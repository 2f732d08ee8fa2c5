using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhoHoldsStock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                table: "sales_orders_Reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerId",
                table: "sales_orders_Reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "sales_orders_Reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerReference_CustomerId",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerReference", "CustomerId" },
                filter: "\"CustomerReference\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_CustomerReference_CustomerId",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                table: "sales_orders_Reservations");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "sales_orders_Reservations");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "sales_orders_Reservations");
        }
    }
}
