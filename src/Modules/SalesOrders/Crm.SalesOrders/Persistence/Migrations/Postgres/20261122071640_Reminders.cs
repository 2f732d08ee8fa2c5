using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BillingContacts",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RemindersStopped = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillingContacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReminderLevels",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    DaysAfterDue = table.Column<int>(type: "integer", nullable: false),
                    SubjectEnglish = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SubjectChinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TextEnglish = table.Column<string>(type: "text", nullable: false),
                    TextChinese = table.Column<string>(type: "text", nullable: false),
                    Fee = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    FeeCurrency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderLevels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Open = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Fee = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    PlannedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReasonEnglish = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ReasonChinese = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalSchema: "sales_orders",
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BillingContacts_CustomerId",
                schema: "sales_orders",
                table: "BillingContacts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderLevels_Level",
                schema: "sales_orders",
                table: "ReminderLevels",
                column: "Level",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CustomerId_PlannedAt",
                schema: "sales_orders",
                table: "Reminders",
                columns: new[] { "CustomerId", "PlannedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_InvoiceId_Level",
                schema: "sales_orders",
                table: "Reminders",
                columns: new[] { "InvoiceId", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PlannedAt",
                schema: "sales_orders",
                table: "Reminders",
                column: "PlannedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_State_NextTryAt",
                schema: "sales_orders",
                table: "Reminders",
                columns: new[] { "State", "NextTryAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BillingContacts",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "ReminderLevels",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "Reminders",
                schema: "sales_orders");
        }
    }
}
