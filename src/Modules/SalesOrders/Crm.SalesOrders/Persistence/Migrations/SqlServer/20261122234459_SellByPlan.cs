using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SellByPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                schema: "sales_orders",
                table: "PromotionUses",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlanned",
                schema: "sales_orders",
                table: "PricePublications",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Points",
                schema: "sales_orders",
                table: "Orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PointsUsed",
                schema: "sales_orders",
                table: "Orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "PricedFor",
                schema: "sales_orders",
                table: "Orders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                schema: "sales_orders",
                table: "Orders",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                schema: "sales_orders",
                table: "CustomerCopies",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PriceSuspensions",
                schema: "sales_orders",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IsSuspended = table.Column<bool>(type: "bit", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceSuspensions", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "PublicationParts",
                schema: "sales_orders",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Part = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicationParts", x => new { x.Kind, x.Code, x.Number, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "SegmentLists",
                schema: "sales_orders",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InForce = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Newest = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrozenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PartsHere = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentLists", x => x.SegmentId);
                });

            migrationBuilder.CreateTable(
                name: "SegmentMembers",
                schema: "sales_orders",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FreezeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentMembers", x => new { x.SegmentId, x.FreezeId, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "TerritoryCopies",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Above = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoryCopies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VoucherBatches",
                schema: "sales_orders",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Promotion = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Secret = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherBatches", x => x.BatchId);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawnVouchers",
                schema: "sales_orders",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawnVouchers", x => new { x.BatchId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PromotionUses_Key",
                schema: "sales_orders",
                table: "PromotionUses",
                column: "Key",
                filter: "\"Coupon\" IS NULL AND \"CustomerId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_CustomerId_SegmentId",
                schema: "sales_orders",
                table: "SegmentMembers",
                columns: new[] { "CustomerId", "SegmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherBatches_Prefix",
                schema: "sales_orders",
                table: "VoucherBatches",
                column: "Prefix",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PriceSuspensions",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "PublicationParts",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "SegmentLists",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "SegmentMembers",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "TerritoryCopies",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "VoucherBatches",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "WithdrawnVouchers",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_PromotionUses_Key",
                schema: "sales_orders",
                table: "PromotionUses");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                schema: "sales_orders",
                table: "PromotionUses");

            migrationBuilder.DropColumn(
                name: "IsPlanned",
                schema: "sales_orders",
                table: "PricePublications");

            migrationBuilder.DropColumn(
                name: "Points",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PointsUsed",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PricedFor",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                schema: "sales_orders",
                table: "CustomerCopies");
        }
    }
}
