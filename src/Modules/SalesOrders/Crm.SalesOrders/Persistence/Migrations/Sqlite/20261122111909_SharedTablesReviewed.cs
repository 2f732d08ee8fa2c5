using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "sales_orders_ImportProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockLevels_Sku",
                table: "sales_orders_StockLevels",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Operations_CreatedAt_Id",
                table: "sales_orders_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AuditEntries_Position",
                table: "sales_orders_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ApprovalRules_Name",
                table: "sales_orders_ApprovalRules",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_StockLevels_Sku",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Operations_CreatedAt_Id",
                table: "sales_orders_Operations");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_AuditEntries_Position",
                table: "sales_orders_AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_ApprovalRules_Name",
                table: "sales_orders_ApprovalRules");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "sales_orders_ImportProfiles");
        }
    }
}
