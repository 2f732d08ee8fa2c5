using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StudiesAndCompetitors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Competitors",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Competitors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ErasedRespondents",
                schema: "planning",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedRespondents", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "Studies",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Objective = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Questions = table.Column<string>(type: "text", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Responses = table.Column<int>(type: "integer", nullable: false),
                    CompletedPosition = table.Column<int>(type: "integer", nullable: false),
                    DeletedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CompetitorPrices",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompetitorId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompetitorCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sku = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TheirName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UnitPrice = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    IncludesTax = table.Column<bool>(type: "boolean", nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Where = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Confidence = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ObservedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ObservedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true),
                    VoidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VoidReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Holds = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompetitorPrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CompetitorPrices_Competitors_CompetitorId",
                        column: x => x.CompetitorId,
                        principalSchema: "planning",
                        principalTable: "Competitors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StudyId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Findings_Studies_StudyId",
                        column: x => x.StudyId,
                        principalSchema: "planning",
                        principalTable: "Studies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StudyId = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Respondent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Wave = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Responses_Studies_StudyId",
                        column: x => x.StudyId,
                        principalSchema: "planning",
                        principalTable: "Studies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Answers",
                schema: "planning",
                columns: table => new
                {
                    ResponseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Option = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Number = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => new { x.ResponseId, x.Question, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_Answers_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalSchema: "planning",
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CompetitorPrices_CompetitorId_SeenOn",
                schema: "planning",
                table: "CompetitorPrices",
                columns: new[] { "CompetitorId", "SeenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CompetitorPrices_SeenOn",
                schema: "planning",
                table: "CompetitorPrices",
                column: "SeenOn");

            migrationBuilder.CreateIndex(
                name: "IX_CompetitorPrices_Sku_SeenOn",
                schema: "planning",
                table: "CompetitorPrices",
                columns: new[] { "Sku", "SeenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Competitors_Code",
                schema: "planning",
                table: "Competitors",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Competitors_Name",
                schema: "planning",
                table: "Competitors",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_StudyId",
                schema: "planning",
                table: "Findings",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_CustomerId",
                schema: "planning",
                table: "Responses",
                column: "CustomerId",
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_StudyId_AnsweredOn",
                schema: "planning",
                table: "Responses",
                columns: new[] { "StudyId", "AnsweredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_StudyId_CustomerId_Wave",
                schema: "planning",
                table: "Responses",
                columns: new[] { "StudyId", "CustomerId", "Wave" },
                unique: true,
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_StudyId_Respondent_Wave",
                schema: "planning",
                table: "Responses",
                columns: new[] { "StudyId", "Respondent", "Wave" },
                unique: true,
                filter: "\"Respondent\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Studies_Code",
                schema: "planning",
                table: "Studies",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Studies_CreatedAt",
                schema: "planning",
                table: "Studies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Studies_From",
                schema: "planning",
                table: "Studies",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Studies_Name",
                schema: "planning",
                table: "Studies",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Answers",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "CompetitorPrices",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "ErasedRespondents",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Findings",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Responses",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Competitors",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Studies",
                schema: "planning");
        }
    }
}
