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

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "sales_orders_JournalEntries",
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

            migrationBuilder.CreateTable(
                name: "sales_orders_ReminderFees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ChargedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReminderFees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReminderFees_sales_orders_Reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "sales_orders_Reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ToldExposures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ToldExposures", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000018"), "", "Reminder fees", "4800", "ReminderFees", 1 });

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

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_CustomerId_ChargedOn",
                table: "sales_orders_ReminderFees",
                columns: new[] { "CustomerId", "ChargedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_InvoiceId",
                table: "sales_orders_ReminderFees",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_Number",
                table: "sales_orders_ReminderFees",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_OrderId",
                table: "sales_orders_ReminderFees",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderFees_ReminderId",
                table: "sales_orders_ReminderFees",
                column: "ReminderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ToldExposures_CustomerId",
                table: "sales_orders_ToldExposures",
                column: "CustomerId",
                unique: true);

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

            migrationBuilder.DropTable(
                name: "sales_orders_ReminderFees");

            migrationBuilder.DropTable(
                name: "sales_orders_ToldExposures");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_OpportunityId",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Holds_OrderChangeId",
                table: "sales_orders_Holds");

            migrationBuilder.DeleteData(
                table: "sales_orders_Accounts",
                keyColumn: "Id",
                keyValue: new Guid("01930000-0000-7000-8000-000000000018"));

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
                name: "Version",
                table: "sales_orders_JournalEntries");

            migrationBuilder.DropColumn(
                name: "OrderChangeId",
                table: "sales_orders_Holds");
        }
    }
}
