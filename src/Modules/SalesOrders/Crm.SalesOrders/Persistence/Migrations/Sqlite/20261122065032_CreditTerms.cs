using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreditTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsCreditAllowed",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "sales_orders_CreditTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "INTEGER", nullable: true),
                    IsBlocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_CreditTerms", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_CustomerId_Payment",
                table: "sales_orders_Orders",
                columns: new[] { "CustomerId", "Payment" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CreditTerms_CustomerId",
                table: "sales_orders_CreditTerms",
                column: "CustomerId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_CreditTerms");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_CustomerId_Payment",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "IsCreditAllowed",
                table: "sales_orders_Orders");
        }
    }
}
