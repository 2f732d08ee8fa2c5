using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FollowMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                schema: "sales_orders",
                table: "CustomerCopies",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomerCopies_SurvivorId",
                schema: "sales_orders",
                table: "CustomerCopies",
                column: "SurvivorId",
                filter: "\"SurvivorId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CustomerCopies_SurvivorId",
                schema: "sales_orders",
                table: "CustomerCopies");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                schema: "sales_orders",
                table: "CustomerCopies");
        }
    }
}
