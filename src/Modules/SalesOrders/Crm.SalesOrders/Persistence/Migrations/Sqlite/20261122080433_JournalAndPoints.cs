using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JournalAndPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FreightTaxRate",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "WrittenOff",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Tax",
                table: "sales_orders_InvoiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TaxRate",
                table: "sales_orders_InvoiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sales_orders_Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Books",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextEntry = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Books", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DocumentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_JournalEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_LoyaltyPrograms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PointsPerUnit = table.Column<long>(type: "INTEGER", nullable: false),
                    PointValue = table.Column<long>(type: "INTEGER", nullable: false),
                    MonthsValid = table.Column<int>(type: "INTEGER", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_LoyaltyPrograms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Written = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsDue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_WriteOffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WrittenOffOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_WriteOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_WriteOffs_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_JournalLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Debit = table.Column<long>(type: "INTEGER", nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_JournalLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_JournalLines_sales_orders_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "sales_orders_JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PointsEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PointsLeft = table.Column<long>(type: "INTEGER", nullable: false),
                    BalanceAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PointsEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_PointsEntries_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sales_orders_PointsEntries_sales_orders_PointsAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "sales_orders_PointsAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[,]
                {
                    { new Guid("01930000-0000-7000-8000-000000000010"), "", "Receivables", "1200", "Receivables", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000011"), "", "Sales", "4000", "Sales", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000012"), "", "Shipping", "4100", "Shipping", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000013"), "", "Goodwill", "4700", "Goodwill", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000014"), "", "Tax payable", "2200", "Tax", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000015"), "", "Bank", "1000", "Bank", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000016"), "points", "Loyalty points", "2500", "Bank", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000017"), "", "Bad debts", "6800", "WriteOff", 1 }
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Books",
                columns: new[] { "Id", "NextEntry", "OpenFrom", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000002"), 1L, new DateOnly(1900, 1, 1), 1 });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Accounts_Role_Purpose",
                table: "sales_orders_Accounts",
                columns: new[] { "Role", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_CustomerId_PostedOn",
                table: "sales_orders_JournalEntries",
                columns: new[] { "CustomerId", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_Kind_DocumentId",
                table: "sales_orders_JournalEntries",
                columns: new[] { "Kind", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_Number",
                table: "sales_orders_JournalEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_PostedOn_Number",
                table: "sales_orders_JournalEntries",
                columns: new[] { "PostedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalLines_EntryId",
                table: "sales_orders_JournalLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsAccounts_CustomerId",
                table: "sales_orders_PointsAccounts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsDue_OrderId",
                table: "sales_orders_PointsDue",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_AccountId_Number",
                table: "sales_orders_PointsEntries",
                columns: new[] { "AccountId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_OrderId",
                table: "sales_orders_PointsEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PointsEntries_ValidUntil",
                table: "sales_orders_PointsEntries",
                column: "ValidUntil",
                filter: "\"PointsLeft\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_WriteOffs_OrderId",
                table: "sales_orders_WriteOffs",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_Accounts");

            migrationBuilder.DropTable(
                name: "sales_orders_Books");

            migrationBuilder.DropTable(
                name: "sales_orders_JournalLines");

            migrationBuilder.DropTable(
                name: "sales_orders_LoyaltyPrograms");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsDue");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_WriteOffs");

            migrationBuilder.DropTable(
                name: "sales_orders_JournalEntries");

            migrationBuilder.DropTable(
                name: "sales_orders_PointsAccounts");

            migrationBuilder.DropColumn(
                name: "FreightTaxRate",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "WrittenOff",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Tax",
                table: "sales_orders_InvoiceLines");

            migrationBuilder.DropColumn(
                name: "TaxRate",
                table: "sales_orders_InvoiceLines");
        }
    }
}
