using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Fulfilment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DeliveredOn",
                schema: "sales_orders",
                table: "Shipments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LostOn",
                schema: "sales_orders",
                table: "Shipments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                schema: "sales_orders",
                table: "Products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Goods");

            migrationBuilder.AddColumn<string>(
                name: "PaymentPolicy",
                schema: "sales_orders",
                table: "Orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "OnCredit");

            migrationBuilder.AddColumn<int>(
                name: "Delivered",
                schema: "sales_orders",
                table: "OrderLines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsService",
                schema: "sales_orders",
                table: "OrderLines",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Acceptances",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AcceptedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acceptances_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "sales_orders",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AcceptanceLines",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptanceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AcceptanceLines_Acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalSchema: "sales_orders",
                        principalTable: "Acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptanceLines_AcceptanceId",
                schema: "sales_orders",
                table: "AcceptanceLines",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_OrderId",
                schema: "sales_orders",
                table: "Acceptances",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AcceptanceLines",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "Acceptances",
                schema: "sales_orders");

            migrationBuilder.DropColumn(
                name: "DeliveredOn",
                schema: "sales_orders",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "LostOn",
                schema: "sales_orders",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "Kind",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "PaymentPolicy",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Delivered",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "IsService",
                schema: "sales_orders",
                table: "OrderLines");
        }
    }
}
