using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CreditTermsAreTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_CreditTerms",
                schema: "sales_orders",
                table: "CreditTerms");

            migrationBuilder.DropIndex(
                name: "IX_CreditTerms_CustomerId",
                schema: "sales_orders",
                table: "CreditTerms");

            migrationBuilder.DropColumn(
                name: "Id",
                schema: "sales_orders",
                table: "CreditTerms");

            migrationBuilder.AddPrimaryKey(
                name: "PK_CreditTerms",
                schema: "sales_orders",
                table: "CreditTerms",
                column: "CustomerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_CreditTerms",
                schema: "sales_orders",
                table: "CreditTerms");

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                schema: "sales_orders",
                table: "CreditTerms",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "PK_CreditTerms",
                schema: "sales_orders",
                table: "CreditTerms",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_CreditTerms_CustomerId",
                schema: "sales_orders",
                table: "CreditTerms",
                column: "CustomerId",
                unique: true);
        }
    }
}
