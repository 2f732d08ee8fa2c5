using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OrderLineMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "FreightTaxInvoiced",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "InvoicedTax",
                schema: "sales_orders",
                table: "OrderLines",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "IsNamed",
                schema: "sales_orders",
                table: "OrderLines",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FreightTaxInvoiced",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "InvoicedTax",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "IsNamed",
                schema: "sales_orders",
                table: "OrderLines");
        }
    }
}
