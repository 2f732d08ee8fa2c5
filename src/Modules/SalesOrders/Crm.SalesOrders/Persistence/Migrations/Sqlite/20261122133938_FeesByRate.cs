using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeesByRate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                table: "sales_orders_ReminderFees",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyRate",
                table: "sales_orders_ReminderFees",
                type: "INTEGER",
                scale: 8,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                table: "sales_orders_ReminderFees");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                table: "sales_orders_ReminderFees");
        }
    }
}
