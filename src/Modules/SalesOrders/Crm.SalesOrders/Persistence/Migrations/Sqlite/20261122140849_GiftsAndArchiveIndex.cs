using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GiftsAndArchiveIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "NotGiven",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_ArchivedAt",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "ArchivedAt" },
                filter: "\"ArchivedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_PlacedAt_ArchivedAt",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "NotGiven",
                table: "sales_orders_OrderLines");
        }
    }
}
