using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sales_orders_BillingContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RemindersStopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_BillingContacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReminderLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysAfterDue = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectEnglish = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SubjectChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TextEnglish = table.Column<string>(type: "TEXT", nullable: false),
                    TextChinese = table.Column<string>(type: "TEXT", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: true),
                    FeeCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReminderLevels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Open = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReasonEnglish = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReasonChinese = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Reminders_sales_orders_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "sales_orders_Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_BillingContacts_CustomerId",
                table: "sales_orders_BillingContacts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReminderLevels_Level",
                table: "sales_orders_ReminderLevels",
                column: "Level",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_CustomerId_PlannedAt",
                table: "sales_orders_Reminders",
                columns: new[] { "CustomerId", "PlannedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_InvoiceId_Level",
                table: "sales_orders_Reminders",
                columns: new[] { "InvoiceId", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_PlannedAt",
                table: "sales_orders_Reminders",
                column: "PlannedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reminders_State_NextTryAt",
                table: "sales_orders_Reminders",
                columns: new[] { "State", "NextTryAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_BillingContacts");

            migrationBuilder.DropTable(
                name: "sales_orders_ReminderLevels");

            migrationBuilder.DropTable(
                name: "sales_orders_Reminders");
        }
    }
}
