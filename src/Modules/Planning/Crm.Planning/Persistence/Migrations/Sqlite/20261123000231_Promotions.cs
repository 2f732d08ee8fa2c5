using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Promotions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_PromotionRedemptions",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Coupon = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsReleased = table.Column<bool>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PromotionRedemptions", x => new { x.OrderId, x.Code, x.Number, x.Coupon });
                });

            migrationBuilder.CreateTable(
                name: "planning_Promotions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEnglish = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CostOwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TurnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TurnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    TurnPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedEarly = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArchivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Promotions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_PromotionUsages",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Redeemed = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PromotionUsages", x => new { x.Code, x.Currency });
                });

            migrationBuilder.CreateTable(
                name: "planning_VoucherBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromotionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PromotionCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_VoucherBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_PromotionVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PromotionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    NeedsCode = table.Column<bool>(type: "INTEGER", nullable: false),
                    MaxUses = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxUsesPerCoupon = table.Column<int>(type: "INTEGER", nullable: true),
                    MaxUsesPerCustomer = table.Column<int>(type: "INTEGER", nullable: true),
                    MostPerCustomer = table.Column<long>(type: "INTEGER", nullable: true),
                    Budget = table.Column<long>(type: "INTEGER", nullable: true),
                    CostOwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PromotionVersions", x => new { x.PromotionId, x.Number });
                    table.ForeignKey(
                        name: "FK_planning_PromotionVersions_planning_Promotions_PromotionId",
                        column: x => x.PromotionId,
                        principalTable: "planning_Promotions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_WithdrawnCodes",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_WithdrawnCodes", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_planning_WithdrawnCodes_planning_VoucherBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "planning_VoucherBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_PromotionRedemptions_Code_OrderedOn",
                table: "planning_PromotionRedemptions",
                columns: new[] { "Code", "OrderedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_Code",
                table: "planning_Promotions",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_CreatedAt",
                table: "planning_Promotions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_From",
                table: "planning_Promotions",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_OwnerId",
                table: "planning_Promotions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_State",
                table: "planning_Promotions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_To",
                table: "planning_Promotions",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Promotions_UnitId",
                table: "planning_Promotions",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_VoucherBatches_Prefix",
                table: "planning_VoucherBatches",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_VoucherBatches_PromotionId",
                table: "planning_VoucherBatches",
                column: "PromotionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_PromotionRedemptions");

            migrationBuilder.DropTable(
                name: "planning_PromotionUsages");

            migrationBuilder.DropTable(
                name: "planning_PromotionVersions");

            migrationBuilder.DropTable(
                name: "planning_WithdrawnCodes");

            migrationBuilder.DropTable(
                name: "planning_Promotions");

            migrationBuilder.DropTable(
                name: "planning_VoucherBatches");
        }
    }
}
