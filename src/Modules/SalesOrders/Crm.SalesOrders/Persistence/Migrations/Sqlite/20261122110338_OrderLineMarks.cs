using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderLineMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FreightTaxInvoiced",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvoicedTax",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IsNamed",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FreightTaxInvoiced",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "InvoicedTax",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "IsNamed",
                table: "sales_orders_OrderLines");
        }
    }
}
