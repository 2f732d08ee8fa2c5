using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreditTermsAreTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_sales_orders_CreditTerms",
                table: "sales_orders_CreditTerms");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_CreditTerms_CustomerId",
                table: "sales_orders_CreditTerms");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "sales_orders_CreditTerms");

            migrationBuilder.AddPrimaryKey(
                name: "PK_sales_orders_CreditTerms",
                table: "sales_orders_CreditTerms",
                column: "CustomerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_sales_orders_CreditTerms",
                table: "sales_orders_CreditTerms");

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "sales_orders_CreditTerms",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "PK_sales_orders_CreditTerms",
                table: "sales_orders_CreditTerms",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CreditTerms_CustomerId",
                table: "sales_orders_CreditTerms",
                column: "CustomerId",
                unique: true);
        }
    }
}
