using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepTransactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_CustomerFigures",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstOrderOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastOrderOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Orders = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Margin = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenBalance = table.Column<long>(type: "INTEGER", nullable: false),
                    LastPaymentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrdersWithoutRate = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomerFigures", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "customers_OrderAccounts",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Margin = table.Column<long>(type: "INTEGER", nullable: true),
                    SoldNet = table.Column<long>(type: "INTEGER", nullable: false),
                    SoldMargin = table.Column<long>(type: "INTEGER", nullable: true),
                    Owed = table.Column<long>(type: "INTEGER", nullable: false),
                    BookCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    BookRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OrderAccounts", x => x.OrderId);
                });

            migrationBuilder.CreateTable(
                name: "customers_Transactions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    OwedChange = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedChange = table.Column<long>(type: "INTEGER", nullable: false),
                    NetChange = table.Column<long>(type: "INTEGER", nullable: false),
                    MarginChange = table.Column<long>(type: "INTEGER", nullable: true),
                    BookCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    BookRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Transactions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerFigures_LastOrderOn",
                table: "customers_CustomerFigures",
                column: "LastOrderOn");

            migrationBuilder.CreateIndex(
                name: "IX_customers_OrderAccounts_CustomerId_OrderedOn",
                table: "customers_OrderAccounts",
                columns: new[] { "CustomerId", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Transactions_CustomerId_On_Id",
                table: "customers_Transactions",
                columns: new[] { "CustomerId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Transactions_OrderId",
                table: "customers_Transactions",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_CustomerFigures");

            migrationBuilder.DropTable(
                name: "customers_OrderAccounts");

            migrationBuilder.DropTable(
                name: "customers_Transactions");
        }
    }
}
