using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OrdersAtRest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ArchivedAt",
                schema: "sales_orders",
                table: "Orders",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OpportunityId",
                schema: "sales_orders",
                table: "Orders",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OpenHolds",
                schema: "sales_orders",
                table: "OrderChanges",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderChangeId",
                schema: "sales_orders",
                table: "Holds",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OrderNotes",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    TextInChinese = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    IsAutomatic = table.Column<bool>(type: "bit", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    IsPinned = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrderNotes_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "sales_orders",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OpportunityId",
                schema: "sales_orders",
                table: "Orders",
                column: "OpportunityId",
                unique: true,
                filter: "\"OpportunityId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_OrderChangeId",
                schema: "sales_orders",
                table: "Holds",
                column: "OrderChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderNotes_OrderId_WrittenAt",
                schema: "sales_orders",
                table: "OrderNotes",
                columns: new[] { "OrderId", "WrittenAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Holds_OrderChanges_OrderChangeId",
                schema: "sales_orders",
                table: "Holds",
                column: "OrderChangeId",
                principalSchema: "sales_orders",
                principalTable: "OrderChanges",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Holds_OrderChanges_OrderChangeId",
                schema: "sales_orders",
                table: "Holds");

            migrationBuilder.DropTable(
                name: "OrderNotes",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_OpportunityId",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Holds_OrderChangeId",
                schema: "sales_orders",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "OpportunityId",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "OpenHolds",
                schema: "sales_orders",
                table: "OrderChanges");

            migrationBuilder.DropColumn(
                name: "OrderChangeId",
                schema: "sales_orders",
                table: "Holds");
        }
    }
}
