using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Prices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Coupons",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DiscountReason",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FreightAsked",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "FreightTax",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "PriceBasis",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Net");

            migrationBuilder.AddColumn<string>(
                name: "PriceHash",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Redemptions",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Tax",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IsGift",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ListPrice",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PriceIsAgreed",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceReason",
                table: "sales_orders_OrderLines",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PromotionDiscount",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                scale: 8,
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Tax",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "TaxRate",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "PriceGroup",
                table: "sales_orders_CustomerCopies",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_PricePublications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PricePublications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PriceTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PricedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PriceTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_PriceTraces_sales_orders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "sales_orders_Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PromotionUses",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 121, nullable: false),
                    Promotion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Coupon = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Used = table.Column<int>(type: "INTEGER", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: false),
                    IsUsedUp = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PromotionUses", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PricePublications_Kind_Code_Number",
                table: "sales_orders_PricePublications",
                columns: new[] { "Kind", "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PriceTraces_OrderId",
                table: "sales_orders_PriceTraces",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PromotionUses_Promotion",
                table: "sales_orders_PromotionUses",
                column: "Promotion");

            // What older orders were charged for shipping is what was asked; their prices were said when they were placed.
            migrationBuilder.Sql("UPDATE \"sales_orders_Orders\" SET \"FreightAsked\" = \"Freight\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_PricePublications");

            migrationBuilder.DropTable(
                name: "sales_orders_PriceTraces");

            migrationBuilder.DropTable(
                name: "sales_orders_PromotionUses");

            migrationBuilder.DropColumn(
                name: "Coupons",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "DiscountReason",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "FreightAsked",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "FreightTax",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PriceBasis",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PriceHash",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Redemptions",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "Tax",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "IsGift",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "ListPrice",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceIsAgreed",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceReason",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "PromotionDiscount",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "Tax",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "TaxRate",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceGroup",
                table: "sales_orders_CustomerCopies");
        }
    }
}
