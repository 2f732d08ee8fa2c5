using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPaymentsAndRefunds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                table: "sales_orders_Payments");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderId",
                table: "sales_orders_Payments",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "sales_orders_Payments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Capture");

            migrationBuilder.AddColumn<Guid>(
                name: "PaymentId",
                table: "sales_orders_Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RefundId",
                table: "sales_orders_Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Authorised",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CreditReserved",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Credited",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "FreightCredited",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "RefundReserved",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Refunded",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Credited",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CreditedNet",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "sales_orders_PaymentRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ProviderReference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Authorised = table.Column<long>(type: "INTEGER", nullable: false),
                    Captured = table.Column<long>(type: "INTEGER", nullable: false),
                    Voided = table.Column<long>(type: "INTEGER", nullable: false),
                    Refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    ChargedBack = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PaymentRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProviderEvents",
                columns: table => new
                {
                    Provider = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProviderEvents", x => new { x.Provider, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Refunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Refunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Refunds_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_RefundItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_RefundItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_RefundItems_sales_orders_Refunds_RefundId",
                        column: x => x.RefundId,
                        principalTable: "sales_orders_Refunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Payments_PaymentId",
                table: "sales_orders_Payments",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_CustomerId_RecordedAt",
                table: "sales_orders_PaymentRecords",
                columns: new[] { "CustomerId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_Provider_ProviderReference",
                table: "sales_orders_PaymentRecords",
                columns: new[] { "Provider", "ProviderReference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_RecordedAt",
                table: "sales_orders_PaymentRecords",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_RefundItems_RefundId",
                table: "sales_orders_RefundItems",
                column: "RefundId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_OrderId",
                table: "sales_orders_Refunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_RequestedAt",
                table: "sales_orders_Refunds",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Refunds_State_RequestedAt",
                table: "sales_orders_Refunds",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                table: "sales_orders_Payments",
                column: "OrderId",
                principalTable: "sales_orders_Orders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_PaymentRecords_PaymentId",
                table: "sales_orders_Payments",
                column: "PaymentId",
                principalTable: "sales_orders_PaymentRecords",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                table: "sales_orders_Payments");

            migrationBuilder.DropForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_PaymentRecords_PaymentId",
                table: "sales_orders_Payments");

            migrationBuilder.DropTable(
                name: "sales_orders_PaymentRecords");

            migrationBuilder.DropTable(
                name: "sales_orders_ProviderEvents");

            migrationBuilder.DropTable(
                name: "sales_orders_RefundItems");

            migrationBuilder.DropTable(
                name: "sales_orders_Refunds");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Payments_PaymentId",
                table: "sales_orders_Payments");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "sales_orders_Payments");

            migrationBuilder.DropColumn(
                name: "PaymentId",
                table: "sales_orders_Payments");

            migrationBuilder.DropColumn(
                name: "RefundId",
                table: "sales_orders_Payments");

            migrationBuilder.DropColumn(
                name: "Authorised",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "CreditReserved",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Credited",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "FreightCredited",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "RefundReserved",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Refunded",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Credited",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "CreditedNet",
                table: "sales_orders_OrderLines");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderId",
                table: "sales_orders_Payments",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddForeignKey(
                name: "FK_sales_orders_Payments_sales_orders_Orders_OrderId",
                table: "sales_orders_Payments",
                column: "OrderId",
                principalTable: "sales_orders_Orders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
