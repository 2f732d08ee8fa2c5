using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PriceLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_PriceLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    DraftNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LineCount = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TurnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TurnedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    TurnedPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PriceLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_PriceProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PriceListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DraftNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FailureCount = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PriceProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_ProductCopies",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ListPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    StandardCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    CurrentCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ProductCopies", x => x.ProductId);
                });

            migrationBuilder.CreateTable(
                name: "planning_ProposalRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Proposed = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Floor = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Ceiling = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ChangeRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    MarginRate = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ProposalRows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_PublishedListTexts",
                columns: table => new
                {
                    PriceListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PublishedListTexts", x => new { x.PriceListId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "planning_PublishingTurns",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PublishingTurns", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "planning_PriceListVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PriceListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScopeKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ItemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PriceListVersions", x => new { x.PriceListId, x.Number });
                    table.ForeignKey(
                        name: "FK_planning_PriceListVersions_planning_PriceLists_PriceListId",
                        column: x => x.PriceListId,
                        principalTable: "planning_PriceLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "planning_PublishingTurns",
                column: "Name",
                value: "price-lists");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceLists_Code",
                table: "planning_PriceLists",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceLists_CreatedAt",
                table: "planning_PriceLists",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceLists_English",
                table: "planning_PriceLists",
                column: "English");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceLists_OwnerId",
                table: "planning_PriceLists",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceLists_UnitId",
                table: "planning_PriceLists",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceListVersions_ScopeKey_Priority",
                table: "planning_PriceListVersions",
                columns: new[] { "ScopeKey", "Priority" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceProposals_MadeAt",
                table: "planning_PriceProposals",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceProposals_OwnerId",
                table: "planning_PriceProposals",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceProposals_PriceListId",
                table: "planning_PriceProposals",
                column: "PriceListId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_PriceProposals_UnitId",
                table: "planning_PriceProposals",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_ProductCopies_Sku",
                table: "planning_ProductCopies",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_planning_ProposalRows_ProposalId_Sku_FromQuantity",
                table: "planning_ProposalRows",
                columns: new[] { "ProposalId", "Sku", "FromQuantity" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_PriceListVersions");

            migrationBuilder.DropTable(
                name: "planning_PriceProposals");

            migrationBuilder.DropTable(
                name: "planning_ProductCopies");

            migrationBuilder.DropTable(
                name: "planning_ProposalRows");

            migrationBuilder.DropTable(
                name: "planning_PublishedListTexts");

            migrationBuilder.DropTable(
                name: "planning_PublishingTurns");

            migrationBuilder.DropTable(
                name: "planning_PriceLists");
        }
    }
}
