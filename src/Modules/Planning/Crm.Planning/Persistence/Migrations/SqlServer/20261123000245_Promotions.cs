using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Promotions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PromotionRedemptions",
                schema: "planning",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Coupon = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsReleased = table.Column<bool>(type: "bit", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionRedemptions", x => new { x.OrderId, x.Code, x.Number, x.Coupon });
                });

            migrationBuilder.CreateTable(
                name: "Promotions",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    NameEnglish = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    CostOwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Draft = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TurnedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TurnReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    TurnPosition = table.Column<int>(type: "int", nullable: false),
                    EndedEarly = table.Column<bool>(type: "bit", nullable: false),
                    ArchivedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DeletedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promotions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromotionUsages",
                schema: "planning",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    Redeemed = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionUsages", x => new { x.Code, x.Currency });
                });

            migrationBuilder.CreateTable(
                name: "VoucherBatches",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PromotionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PromotionCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Secret = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromotionVersions",
                schema: "planning",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    PromotionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    NeedsCode = table.Column<bool>(type: "bit", nullable: false),
                    MaxUses = table.Column<int>(type: "int", nullable: true),
                    MaxUsesPerCoupon = table.Column<int>(type: "int", nullable: true),
                    MaxUsesPerCustomer = table.Column<int>(type: "int", nullable: true),
                    MostPerCustomer = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    CostOwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PublishedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionVersions", x => new { x.PromotionId, x.Number });
                    table.ForeignKey(
                        name: "FK_PromotionVersions_Promotions_PromotionId",
                        column: x => x.PromotionId,
                        principalSchema: "planning",
                        principalTable: "Promotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawnCodes",
                schema: "planning",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawnCodes", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_WithdrawnCodes_VoucherBatches_BatchId",
                        column: x => x.BatchId,
                        principalSchema: "planning",
                        principalTable: "VoucherBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PromotionRedemptions_Code_OrderedOn",
                schema: "planning",
                table: "PromotionRedemptions",
                columns: new[] { "Code", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_Code",
                schema: "planning",
                table: "Promotions",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_CreatedAt",
                schema: "planning",
                table: "Promotions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_From",
                schema: "planning",
                table: "Promotions",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_OwnerId",
                schema: "planning",
                table: "Promotions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_State",
                schema: "planning",
                table: "Promotions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_To",
                schema: "planning",
                table: "Promotions",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_Promotions_UnitId",
                schema: "planning",
                table: "Promotions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_VoucherBatches_Prefix",
                schema: "planning",
                table: "VoucherBatches",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoucherBatches_PromotionId",
                schema: "planning",
                table: "VoucherBatches",
                column: "PromotionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PromotionRedemptions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PromotionUsages",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PromotionVersions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "WithdrawnCodes",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Promotions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "VoucherBatches",
                schema: "planning");
        }
    }
}
