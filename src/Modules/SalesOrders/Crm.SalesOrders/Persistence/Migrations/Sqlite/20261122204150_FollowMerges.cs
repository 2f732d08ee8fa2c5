using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                table: "sales_orders_CustomerCopies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_CustomerCopies_SurvivorId",
                table: "sales_orders_CustomerCopies",
                column: "SurvivorId",
                filter: "\"SurvivorId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sales_orders_CustomerCopies_SurvivorId",
                table: "sales_orders_CustomerCopies");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                table: "sales_orders_CustomerCopies");
        }
    }
}
