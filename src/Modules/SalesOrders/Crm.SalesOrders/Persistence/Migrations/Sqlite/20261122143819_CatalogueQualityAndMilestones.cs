using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CatalogueQualityAndMilestones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameHead",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SkuKey",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DiscountAuthority",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsToldCompleted",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsToldSettled",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "PricedAt",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceAuthority",
                table: "sales_orders_OrderLines",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceAuthority",
                table: "sales_orders_OrderChanges",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityDue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    ProposalKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProposalValues = table.Column<string>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Parameters = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualityScores",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualityScores", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_QualitySnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Subjects = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false),
                    Dismissed = table.Column<long>(type: "INTEGER", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_QualitySnapshots", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_Barcode",
                table: "sales_orders_Products",
                column: "Barcode");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_NameHead",
                table: "sales_orders_Products",
                column: "NameHead");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_NameKey",
                table: "sales_orders_Products",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_SkuKey",
                table: "sales_orders_Products",
                column: "SkuKey");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_PaymentRecords_ProviderReference",
                table: "sales_orders_PaymentRecords",
                column: "ProviderReference",
                filter: "\"ProviderReference\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id",
                table: "sales_orders_Orders",
                columns: new[] { "PlacedAt", "Id" },
                filter: "\"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_RequiredOn",
                table: "sales_orders_Orders",
                column: "RequiredOn",
                filter: "\"RequiredOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_DocumentNumber",
                table: "sales_orders_JournalEntries",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_JournalEntries_OrderId",
                table: "sales_orders_JournalEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_Check_State",
                table: "sales_orders_QualityFindings",
                columns: new[] { "Check", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_FoundAt",
                table: "sales_orders_QualityFindings",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_OtherId",
                table: "sales_orders_QualityFindings",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityFindings_SubjectId_Check",
                table: "sales_orders_QualityFindings",
                columns: new[] { "SubjectId", "Check" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityRules_Check",
                table: "sales_orders_QualityRules",
                column: "Check",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualityScores_Score",
                table: "sales_orders_QualityScores",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_QualitySnapshots_TakenAt",
                table: "sales_orders_QualitySnapshots",
                column: "TakenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_QualityDue");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityFindings");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityRules");

            migrationBuilder.DropTable(
                name: "sales_orders_QualityScores");

            migrationBuilder.DropTable(
                name: "sales_orders_QualitySnapshots");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Products_Barcode",
                table: "sales_orders_Products");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Products_NameHead",
                table: "sales_orders_Products");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Products_NameKey",
                table: "sales_orders_Products");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Products_SkuKey",
                table: "sales_orders_Products");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_PaymentRecords_ProviderReference",
                table: "sales_orders_PaymentRecords");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_PlacedAt_Id",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_RequiredOn",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_JournalEntries_DocumentNumber",
                table: "sales_orders_JournalEntries");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_JournalEntries_OrderId",
                table: "sales_orders_JournalEntries");

            migrationBuilder.DropColumn(
                name: "Barcode",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "NameHead",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "SkuKey",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "DiscountAuthority",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "IsToldCompleted",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "IsToldSettled",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PricedAt",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "PriceAuthority",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceAuthority",
                table: "sales_orders_OrderChanges");
        }
    }
}
