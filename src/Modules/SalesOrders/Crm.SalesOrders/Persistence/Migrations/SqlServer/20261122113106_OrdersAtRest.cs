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

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "sales_orders",
                table: "JournalEntries",
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

            migrationBuilder.CreateTable(
                name: "ReminderFees",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReminderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    ChargedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Method = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderFees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderFees_Reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalSchema: "sales_orders",
                        principalTable: "Reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ToldExposures",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldExposures", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "sales_orders",
                table: "Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000018"), "", "Reminder fees", "4800", "ReminderFees", 1 });

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

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFees_CustomerId_ChargedOn",
                schema: "sales_orders",
                table: "ReminderFees",
                columns: new[] { "CustomerId", "ChargedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFees_InvoiceId",
                schema: "sales_orders",
                table: "ReminderFees",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFees_Number",
                schema: "sales_orders",
                table: "ReminderFees",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFees_OrderId",
                schema: "sales_orders",
                table: "ReminderFees",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderFees_ReminderId",
                schema: "sales_orders",
                table: "ReminderFees",
                column: "ReminderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ToldExposures_CustomerId",
                schema: "sales_orders",
                table: "ToldExposures",
                column: "CustomerId",
                unique: true);

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

            migrationBuilder.DropTable(
                name: "ReminderFees",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "ToldExposures",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_OpportunityId",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Holds_OrderChangeId",
                schema: "sales_orders",
                table: "Holds");

            migrationBuilder.DeleteData(
                schema: "sales_orders",
                table: "Accounts",
                keyColumn: "Id",
                keyValue: new Guid("01930000-0000-7000-8000-000000000018"));

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
                name: "Version",
                schema: "sales_orders",
                table: "JournalEntries");

            migrationBuilder.DropColumn(
                name: "OrderChangeId",
                schema: "sales_orders",
                table: "Holds");
        }
    }
}
