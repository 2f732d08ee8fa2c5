using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Prices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Coupons",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DiscountReason",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "FreightAsked",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "FreightTax",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "PriceBasis",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Net");

            migrationBuilder.AddColumn<string>(
                name: "PriceHash",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Redemptions",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Tax",
                schema: "sales_orders",
                table: "Orders",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "IsGift",
                schema: "sales_orders",
                table: "OrderLines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "ListPrice",
                schema: "sales_orders",
                table: "OrderLines",
                type: "decimal(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PriceIsAgreed",
                schema: "sales_orders",
                table: "OrderLines",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceReason",
                schema: "sales_orders",
                table: "OrderLines",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "PromotionDiscount",
                schema: "sales_orders",
                table: "OrderLines",
                type: "decimal(28,8)",
                precision: 28,
                scale: 8,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "Tax",
                schema: "sales_orders",
                table: "OrderLines",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "TaxRate",
                schema: "sales_orders",
                table: "OrderLines",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "PriceGroup",
                schema: "sales_orders",
                table: "CustomerCopies",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PricePublications",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PricePublications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PriceTraces",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PricedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceTraces_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "sales_orders",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromotionUses",
                schema: "sales_orders",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(121)", maxLength: 121, nullable: false),
                    Promotion = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Coupon = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Used = table.Column<int>(type: "int", nullable: false),
                    Spent = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    IsUsedUp = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionUses", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PricePublications_Kind_Code_Number",
                schema: "sales_orders",
                table: "PricePublications",
                columns: new[] { "Kind", "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceTraces_OrderId",
                schema: "sales_orders",
                table: "PriceTraces",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionUses_Promotion",
                schema: "sales_orders",
                table: "PromotionUses",
                column: "Promotion");

            // What older orders were charged for shipping is what was asked; their prices were said when they were placed.
            migrationBuilder.Sql("UPDATE [sales_orders].[Orders] SET [FreightAsked] = [Freight]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PricePublications",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PriceTraces",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PromotionUses",
                schema: "sales_orders");

            migrationBuilder.DropColumn(
                name: "Coupons",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "DiscountReason",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "FreightAsked",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "FreightTax",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PriceBasis",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PriceHash",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Redemptions",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Tax",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsGift",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "ListPrice",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceIsAgreed",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceReason",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "PromotionDiscount",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "Tax",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "TaxRate",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceGroup",
                schema: "sales_orders",
                table: "CustomerCopies");
        }
    }
}
