using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class JournalAndPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "FreightTaxRate",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "WrittenOff",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "Tax",
                schema: "sales_orders",
                table: "InvoiceLines",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "TaxRate",
                schema: "sales_orders",
                table: "InvoiceLines",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "Accounts",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Books",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    NextEntry = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Books", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalEntries",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    DocumentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LoyaltyPrograms",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    PointsPerUnit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    PointValue = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    MonthsValid = table.Column<int>(type: "int", nullable: true),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoyaltyPrograms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PointsAccounts",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Balance = table.Column<long>(type: "bigint", nullable: false),
                    Written = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointsAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PointsDue",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointsDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WriteOffs",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    WrittenOffOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WriteOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WriteOffs_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "sales_orders",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JournalLines",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Debit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Credit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JournalLines_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalSchema: "sales_orders",
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PointsEntries",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    PointsLeft = table.Column<long>(type: "bigint", nullable: false),
                    BalanceAfter = table.Column<long>(type: "bigint", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointsEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PointsEntries_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "sales_orders",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointsEntries_PointsAccounts_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "sales_orders",
                        principalTable: "PointsAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "sales_orders",
                table: "Accounts",
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
                schema: "sales_orders",
                table: "Books",
                columns: new[] { "Id", "NextEntry", "OpenFrom", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000002"), 1L, new DateOnly(1900, 1, 1), 1 });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Role_Purpose",
                schema: "sales_orders",
                table: "Accounts",
                columns: new[] { "Role", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_CustomerId_PostedOn",
                schema: "sales_orders",
                table: "JournalEntries",
                columns: new[] { "CustomerId", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_Kind_DocumentId",
                schema: "sales_orders",
                table: "JournalEntries",
                columns: new[] { "Kind", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_Number",
                schema: "sales_orders",
                table: "JournalEntries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_PostedOn_Number",
                schema: "sales_orders",
                table: "JournalEntries",
                columns: new[] { "PostedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_EntryId",
                schema: "sales_orders",
                table: "JournalLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_PointsAccounts_CustomerId",
                schema: "sales_orders",
                table: "PointsAccounts",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointsDue_OrderId",
                schema: "sales_orders",
                table: "PointsDue",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_PointsEntries_AccountId_Number",
                schema: "sales_orders",
                table: "PointsEntries",
                columns: new[] { "AccountId", "Number" },
                unique: true,
                filter: "[AccountId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointsEntries_OrderId",
                schema: "sales_orders",
                table: "PointsEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_PointsEntries_ValidUntil",
                schema: "sales_orders",
                table: "PointsEntries",
                column: "ValidUntil",
                filter: "\"PointsLeft\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_OrderId",
                schema: "sales_orders",
                table: "WriteOffs",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accounts",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "Books",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "JournalLines",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "LoyaltyPrograms",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PointsDue",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PointsEntries",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "WriteOffs",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "JournalEntries",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PointsAccounts",
                schema: "sales_orders");

            migrationBuilder.DropColumn(
                name: "FreightTaxRate",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "WrittenOff",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Tax",
                schema: "sales_orders",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "TaxRate",
                schema: "sales_orders",
                table: "InvoiceLines");
        }
    }
}
