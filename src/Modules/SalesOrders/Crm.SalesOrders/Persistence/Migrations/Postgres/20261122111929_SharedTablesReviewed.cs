using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "sales_orders",
                table: "Imports",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "sales_orders",
                table: "ImportProfiles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "sales_orders",
                table: "Files",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_Sku",
                schema: "sales_orders",
                table: "StockLevels",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "sales_orders",
                table: "Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Position",
                schema: "sales_orders",
                table: "AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_Name",
                schema: "sales_orders",
                table: "ApprovalRules",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StockLevels_Sku",
                schema: "sales_orders",
                table: "StockLevels");

            migrationBuilder.DropIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "sales_orders",
                table: "Operations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Position",
                schema: "sales_orders",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_ApprovalRules_Name",
                schema: "sales_orders",
                table: "ApprovalRules");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "sales_orders",
                table: "ImportProfiles");

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "sales_orders",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "sales_orders",
                table: "Files",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");
        }
    }
}
