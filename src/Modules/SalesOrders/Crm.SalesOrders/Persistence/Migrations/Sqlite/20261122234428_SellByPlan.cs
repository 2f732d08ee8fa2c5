using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SellByPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                table: "sales_orders_PromotionUses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlanned",
                table: "sales_orders_PricePublications",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Points",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PointsUsed",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "PricedFor",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                table: "sales_orders_CustomerCopies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_PriceSuspensions",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsSuspended = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PriceSuspensions", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_PublicationParts",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_PublicationParts", x => new { x.Kind, x.Code, x.Number, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SegmentLists",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InForce = table.Column<Guid>(type: "TEXT", nullable: true),
                    Newest = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PartsHere = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SegmentLists", x => x.SegmentId);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SegmentMembers",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FreezeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SegmentMembers", x => new { x.SegmentId, x.FreezeId, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_TerritoryCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Above = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_TerritoryCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_VoucherBatches",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Promotion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_VoucherBatches", x => x.BatchId);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_WithdrawnVouchers",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_WithdrawnVouchers", x => new { x.BatchId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PromotionUses_Key",
                table: "sales_orders_PromotionUses",
                column: "Key",
                filter: "\"Coupon\" IS NULL AND \"CustomerId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SegmentMembers_CustomerId_SegmentId",
                table: "sales_orders_SegmentMembers",
                columns: new[] { "CustomerId", "SegmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_VoucherBatches_Prefix",
                table: "sales_orders_VoucherBatches",
                column: "Prefix",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_PriceSuspensions");

            migrationBuilder.DropTable(
                name: "sales_orders_PublicationParts");

            migrationBuilder.DropTable(
                name: "sales_orders_SegmentLists");

            migrationBuilder.DropTable(
                name: "sales_orders_SegmentMembers");

            migrationBuilder.DropTable(
                name: "sales_orders_TerritoryCopies");

            migrationBuilder.DropTable(
                name: "sales_orders_VoucherBatches");

            migrationBuilder.DropTable(
                name: "sales_orders_WithdrawnVouchers");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_PromotionUses_Key",
                table: "sales_orders_PromotionUses");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                table: "sales_orders_PromotionUses");

            migrationBuilder.DropColumn(
                name: "IsPlanned",
                table: "sales_orders_PricePublications");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PointsUsed",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PricedFor",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                table: "sales_orders_CustomerCopies");
        }
    }
}
