using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FeesByRate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "ReminderFees",
                type: "nvarchar(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "ReminderFees",
                type: "decimal(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "ReminderFees");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "ReminderFees");
        }
    }
}
