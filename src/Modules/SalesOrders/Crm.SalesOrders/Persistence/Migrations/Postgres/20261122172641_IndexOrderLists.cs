using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexOrderLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedAt_Id",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Channel_PlacedAt",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "Channel", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Fulfilment_PlacedAt",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "Fulfilment", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAt_Id_Gross",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "PlacedAt", "Id", "Gross" },
                filter: "\"ArchivedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_Channel_PlacedAt",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Fulfilment_PlacedAt",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedAt_Id_Gross",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAt_Id",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "PlacedAt", "Id" },
                filter: "\"ArchivedAt\" IS NULL");
        }
    }
}
