using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhoDecides : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsUsedUp",
                table: "sales_orders_PromotionUses");

            migrationBuilder.AddColumn<Guid>(
                name: "RequestedBy",
                table: "sales_orders_Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                table: "sales_orders_Holds",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RequestedBy",
                table: "sales_orders_Refunds");

            migrationBuilder.DropColumn(
                name: "AgreedBy",
                table: "sales_orders_Holds");

            migrationBuilder.AddColumn<bool>(
                name: "IsUsedUp",
                table: "sales_orders_PromotionUses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
