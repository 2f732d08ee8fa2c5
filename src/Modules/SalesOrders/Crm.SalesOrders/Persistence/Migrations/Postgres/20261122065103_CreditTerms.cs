using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CreditTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsCreditAllowed",
                schema: "sales_orders",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CreditTerms",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Limit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "integer", nullable: true),
                    IsBlocked = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditTerms", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CustomerId_Payment",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "CustomerId", "Payment" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditTerms_CustomerId",
                schema: "sales_orders",
                table: "CreditTerms",
                column: "CustomerId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditTerms",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_CustomerId_Payment",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsCreditAllowed",
                schema: "sales_orders",
                table: "Orders");
        }
    }
}
