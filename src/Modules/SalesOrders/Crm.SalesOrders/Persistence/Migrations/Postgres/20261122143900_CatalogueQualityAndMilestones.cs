using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CatalogueQualityAndMilestones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                schema: "sales_orders",
                table: "Products",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameHead",
                schema: "sales_orders",
                table: "Products",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                schema: "sales_orders",
                table: "Products",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SkuKey",
                schema: "sales_orders",
                table: "Products",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DiscountAuthority",
                schema: "sales_orders",
                table: "Orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsToldCompleted",
                schema: "sales_orders",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsToldSettled",
                schema: "sales_orders",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "PricedAt",
                schema: "sales_orders",
                table: "Orders",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceAuthority",
                schema: "sales_orders",
                table: "OrderLines",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriceAuthority",
                schema: "sales_orders",
                table: "OrderChanges",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "QualityDue",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityFindings",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Check = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Values = table.Column<string>(type: "text", nullable: false),
                    ProposalKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ProposalValues = table.Column<string>(type: "text", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityRules",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Check = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Parameters = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityScores",
                schema: "sales_orders",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Findings = table.Column<int>(type: "integer", nullable: false),
                    CheckedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityScores", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "QualitySnapshots",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Subjects = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Found = table.Column<long>(type: "bigint", nullable: false),
                    Dismissed = table.Column<long>(type: "bigint", nullable: false),
                    Checks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualitySnapshots", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Products_Barcode",
                schema: "sales_orders",
                table: "Products",
                column: "Barcode");

            migrationBuilder.CreateIndex(
                name: "IX_Products_NameHead",
                schema: "sales_orders",
                table: "Products",
                column: "NameHead");

            migrationBuilder.CreateIndex(
                name: "IX_Products_NameKey",
                schema: "sales_orders",
                table: "Products",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Products_SkuKey",
                schema: "sales_orders",
                table: "Products",
                column: "SkuKey");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRecords_ProviderReference",
                schema: "sales_orders",
                table: "PaymentRecords",
                column: "ProviderReference",
                filter: "\"ProviderReference\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAt_Id",
                schema: "sales_orders",
                table: "Orders",
                columns: new[] { "PlacedAt", "Id" },
                filter: "\"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_RequiredOn",
                schema: "sales_orders",
                table: "Orders",
                column: "RequiredOn",
                filter: "\"RequiredOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_DocumentNumber",
                schema: "sales_orders",
                table: "JournalEntries",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_OrderId",
                schema: "sales_orders",
                table: "JournalEntries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_Check_State",
                schema: "sales_orders",
                table: "QualityFindings",
                columns: new[] { "Check", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_FoundAt",
                schema: "sales_orders",
                table: "QualityFindings",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_OtherId",
                schema: "sales_orders",
                table: "QualityFindings",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_SubjectId_Check",
                schema: "sales_orders",
                table: "QualityFindings",
                columns: new[] { "SubjectId", "Check" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityRules_Check",
                schema: "sales_orders",
                table: "QualityRules",
                column: "Check",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityScores_Score",
                schema: "sales_orders",
                table: "QualityScores",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_QualitySnapshots_TakenAt",
                schema: "sales_orders",
                table: "QualitySnapshots",
                column: "TakenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QualityDue",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "QualityFindings",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "QualityRules",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "QualityScores",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "QualitySnapshots",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_Products_Barcode",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Products_NameHead",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Products_NameKey",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Products_SkuKey",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_PaymentRecords_ProviderReference",
                schema: "sales_orders",
                table: "PaymentRecords");

            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedAt_Id",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_RequiredOn",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_JournalEntries_DocumentNumber",
                schema: "sales_orders",
                table: "JournalEntries");

            migrationBuilder.DropIndex(
                name: "IX_JournalEntries_OrderId",
                schema: "sales_orders",
                table: "JournalEntries");

            migrationBuilder.DropColumn(
                name: "Barcode",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "NameHead",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "NameKey",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "SkuKey",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "DiscountAuthority",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsToldCompleted",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IsToldSettled",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PricedAt",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PriceAuthority",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "PriceAuthority",
                schema: "sales_orders",
                table: "OrderChanges");
        }
    }
}
