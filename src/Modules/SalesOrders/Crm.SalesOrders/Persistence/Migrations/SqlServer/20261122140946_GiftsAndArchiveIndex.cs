using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GiftsAndArchiveIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "NotGiven",
                schema: "sales_orders",
                table: "OrderLines",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAt_ArchivedAt",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "PlacedAt", "ArchivedAt" },
                filter: "\"ArchivedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedAt_ArchivedAt",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "NotGiven",
                schema: "sales_orders",
                table: "OrderLines");
        }
    }
}
