using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddReturnsAndInvoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CreditNoted",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "FreightInvoiced",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "GoodwillNoted",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Invoiced",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Invoicing",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotInvoiced");

            migrationBuilder.AddColumn<int>(
                name: "Invoiced",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "InvoicedNet",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "ReturnReserved",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Returned",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sales_orders_Invoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    CoversUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Invoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Invoices_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Returns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExchangeOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Returns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Returns_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_InvoiceLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_InvoiceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_InvoiceLines_sales_orders_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "sales_orders_Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReturnLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Restocked = table.Column<int>(type: "INTEGER", nullable: false),
                    Scrapped = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReturnLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReturnLines_sales_orders_Returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "sales_orders_Returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_InvoiceLines_InvoiceId",
                table: "sales_orders_InvoiceLines",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_CustomerId_IssuedOn",
                table: "sales_orders_Invoices",
                columns: new[] { "CustomerId", "IssuedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_DueOn",
                table: "sales_orders_Invoices",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_IssuedOn",
                table: "sales_orders_Invoices",
                column: "IssuedOn");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_Kind_FiscalYear_Sequence",
                table: "sales_orders_Invoices",
                columns: new[] { "Kind", "FiscalYear", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_Number",
                table: "sales_orders_Invoices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Invoices_OrderId",
                table: "sales_orders_Invoices",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReturnLines_ReturnId",
                table: "sales_orders_ReturnLines",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_OrderId",
                table: "sales_orders_Returns",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_RequestedAt",
                table: "sales_orders_Returns",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Returns_State_RequestedAt",
                table: "sales_orders_Returns",
                columns: new[] { "State", "RequestedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_InvoiceLines");

            migrationBuilder.DropTable(
                name: "sales_orders_ReturnLines");

            migrationBuilder.DropTable(
                name: "sales_orders_Invoices");

            migrationBuilder.DropTable(
                name: "sales_orders_Returns");

            migrationBuilder.DropColumn(
                name: "CreditNoted",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "FreightInvoiced",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "GoodwillNoted",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Invoiced",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Invoicing",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Invoiced",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "InvoicedNet",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "ReturnReserved",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "Returned",
                table: "sales_orders_OrderLines");
        }
    }
}
