using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrdersAtRest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ArchivedAt",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OpportunityId",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OpenHolds",
                table: "sales_orders_OrderChanges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderChangeId",
                table: "sales_orders_Holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_OrderNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    TextInChinese = table.Column<string>(type: "TEXT", nullable: true),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_OrderNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_OrderNotes_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_OpportunityId",
                table: "sales_orders_Orders",
                column: "OpportunityId",
                unique: true,
                filter: "\"OpportunityId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Holds_OrderChangeId",
                table: "sales_orders_Holds",
                column: "OrderChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderNotes_OrderId_WrittenAt",
                table: "sales_orders_OrderNotes",
                columns: new[] { "OrderId", "WrittenAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_sales_orders_Holds_sales_orders_OrderChanges_OrderChangeId",
                table: "sales_orders_Holds",
                column: "OrderChangeId",
                principalTable: "sales_orders_OrderChanges",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_sales_orders_Holds_sales_orders_OrderChanges_OrderChangeId",
                table: "sales_orders_Holds");

            migrationBuilder.DropTable(
                name: "sales_orders_OrderNotes");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_OpportunityId",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Holds_OrderChangeId",
                table: "sales_orders_Holds");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "OpportunityId",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "OpenHolds",
                table: "sales_orders_OrderChanges");

            migrationBuilder.DropColumn(
                name: "OrderChangeId",
                table: "sales_orders_Holds");
        }
    }
}
