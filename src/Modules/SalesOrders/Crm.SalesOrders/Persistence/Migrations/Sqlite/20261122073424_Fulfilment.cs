using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fulfilment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DeliveredOn",
                table: "sales_orders_Shipments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LostOn",
                table: "sales_orders_Shipments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Goods");

            migrationBuilder.AddColumn<string>(
                name: "PaymentPolicy",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "OnCredit");

            migrationBuilder.AddColumn<int>(
                name: "Delivered",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsService",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "sales_orders_Acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_Acceptances_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_AcceptanceLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_AcceptanceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_AcceptanceLines_sales_orders_Acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalTable: "sales_orders_Acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_AcceptanceLines_AcceptanceId",
                table: "sales_orders_AcceptanceLines",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Acceptances_OrderId",
                table: "sales_orders_Acceptances",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_AcceptanceLines");

            migrationBuilder.DropTable(
                name: "sales_orders_Acceptances");

            migrationBuilder.DropColumn(
                name: "DeliveredOn",
                table: "sales_orders_Shipments");

            migrationBuilder.DropColumn(
                name: "LostOn",
                table: "sales_orders_Shipments");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "PaymentPolicy",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Delivered",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "IsService",
                table: "sales_orders_OrderLines");
        }
    }
}
