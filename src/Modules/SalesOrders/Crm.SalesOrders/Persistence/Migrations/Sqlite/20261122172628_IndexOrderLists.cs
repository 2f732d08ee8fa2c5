using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexOrderLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id",
                table: "sales_orders_Orders");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Channel_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "Channel", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_Fulfilment_PlacedAt",
                table: "sales_orders_Orders",
                columns: new[] { "Fulfilment", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id_Gross",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "Id", "Gross" },
                filter: "\"ArchivedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_Channel_PlacedAt",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_Fulfilment_PlacedAt",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id_Gross",
                table: "sales_orders_Orders");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "Id" },
                filter: "\"ArchivedAt\" IS NULL");
        }
    }
}
