using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PriceLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PriceLists",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    English = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Next = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    DraftNumber = table.Column<int>(type: "integer", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    LineCount = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TurnedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TurnedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    TurnedPosition = table.Column<int>(type: "integer", nullable: false),
                    DeletedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PriceProposals",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PriceListId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DraftNumber = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    RowCount = table.Column<int>(type: "integer", nullable: false),
                    FailureCount = table.Column<int>(type: "integer", nullable: false),
                    OpenCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProductCopies",
                schema: "planning",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sku = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ListPrice = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    StandardCost = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    CurrentCost = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    SourceVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductCopies", x => x.ProductId);
                });

            migrationBuilder.CreateTable(
                name: "ProposalRows",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sku = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromQuantity = table.Column<int>(type: "integer", nullable: false),
                    Present = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    Proposed = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    Floor = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    Ceiling = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    ChangeRate = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    MarginRate = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    Failure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalRows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedListTexts",
                schema: "planning",
                columns: table => new
                {
                    PriceListId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedListTexts", x => new { x.PriceListId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PublishingTurns",
                schema: "planning",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingTurns", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "PriceListVersions",
                schema: "planning",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PriceListId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScopeKey = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ItemCount = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceListVersions", x => new { x.PriceListId, x.Number });
                    table.ForeignKey(
                        name: "FK_PriceListVersions_PriceLists_PriceListId",
                        column: x => x.PriceListId,
                        principalSchema: "planning",
                        principalTable: "PriceLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "planning",
                table: "PublishingTurns",
                column: "Name",
                value: "price-lists");

            migrationBuilder.CreateIndex(
                name: "IX_PriceLists_Code",
                schema: "planning",
                table: "PriceLists",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PriceLists_CreatedAt",
                schema: "planning",
                table: "PriceLists",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PriceLists_English",
                schema: "planning",
                table: "PriceLists",
                column: "English");

            migrationBuilder.CreateIndex(
                name: "IX_PriceLists_OwnerId",
                schema: "planning",
                table: "PriceLists",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceLists_UnitId",
                schema: "planning",
                table: "PriceLists",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceListVersions_ScopeKey_Priority",
                schema: "planning",
                table: "PriceListVersions",
                columns: new[] { "ScopeKey", "Priority" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_MadeAt",
                schema: "planning",
                table: "PriceProposals",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_OwnerId",
                schema: "planning",
                table: "PriceProposals",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_PriceListId",
                schema: "planning",
                table: "PriceProposals",
                column: "PriceListId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceProposals_UnitId",
                schema: "planning",
                table: "PriceProposals",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ProductCopies_Sku",
                schema: "planning",
                table: "ProductCopies",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalRows_ProposalId_Sku_FromQuantity",
                schema: "planning",
                table: "ProposalRows",
                columns: new[] { "ProposalId", "Sku", "FromQuantity" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PriceListVersions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PriceProposals",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "ProductCopies",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "ProposalRows",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PublishedListTexts",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PublishingTurns",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PriceLists",
                schema: "planning");
        }
    }
}
