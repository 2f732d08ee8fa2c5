using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WhoDecides : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsUsedUp",
                schema: "sales_orders",
                table: "PromotionUses");

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                schema: "sales_orders",
                table: "Refunds",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                schema: "sales_orders",
                table: "Holds",
                type: "nvarchar(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RequestedBy",
                schema: "sales_orders",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "AgreedBy",
                schema: "sales_orders",
                table: "Holds");

            migrationBuilder.AddColumn<bool>(
                name: "IsUsedUp",
                schema: "sales_orders",
                table: "PromotionUses",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }
    }
}
