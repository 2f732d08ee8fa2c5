using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StudiesAndCompetitors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_Competitors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Competitors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_ErasedRespondents",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ErasedRespondents", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "planning_Studies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Objective = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Questions = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Responses = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Studies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_CompetitorPrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompetitorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompetitorCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TheirName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UnitPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    IncludesTax = table.Column<bool>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Confidence = table.Column<long>(type: "INTEGER", nullable: false),
                    ObservedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObservedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    VoidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Holds = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_CompetitorPrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_CompetitorPrices_planning_Competitors_CompetitorId",
                        column: x => x.CompetitorId,
                        principalTable: "planning_Competitors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_Findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_Findings_planning_Studies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "planning_Studies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_Responses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Respondent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Wave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Responses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_Responses_planning_Studies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "planning_Studies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_Answers",
                columns: table => new
                {
                    ResponseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Option = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Answers", x => new { x.ResponseId, x.Question, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_planning_Answers_planning_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "planning_Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_CompetitorPrices_CompetitorId_SeenOn",
                table: "planning_CompetitorPrices",
                columns: new[] { "CompetitorId", "SeenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_CompetitorPrices_SeenOn",
                table: "planning_CompetitorPrices",
                column: "SeenOn");

            migrationBuilder.CreateIndex(
                name: "IX_planning_CompetitorPrices_Sku_SeenOn",
                table: "planning_CompetitorPrices",
                columns: new[] { "Sku", "SeenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_Competitors_Code",
                table: "planning_Competitors",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_Competitors_Name",
                table: "planning_Competitors",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Findings_StudyId",
                table: "planning_Findings",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Responses_CustomerId",
                table: "planning_Responses",
                column: "CustomerId",
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Responses_StudyId_AnsweredOn",
                table: "planning_Responses",
                columns: new[] { "StudyId", "AnsweredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_Responses_StudyId_CustomerId_Wave",
                table: "planning_Responses",
                columns: new[] { "StudyId", "CustomerId", "Wave" },
                unique: true,
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Responses_StudyId_Respondent_Wave",
                table: "planning_Responses",
                columns: new[] { "StudyId", "Respondent", "Wave" },
                unique: true,
                filter: "\"Respondent\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Studies_Code",
                table: "planning_Studies",
                column: "Code",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Studies_CreatedAt",
                table: "planning_Studies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Studies_From",
                table: "planning_Studies",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Studies_Name",
                table: "planning_Studies",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_Answers");

            migrationBuilder.DropTable(
                name: "planning_CompetitorPrices");

            migrationBuilder.DropTable(
                name: "planning_ErasedRespondents");

            migrationBuilder.DropTable(
                name: "planning_Findings");

            migrationBuilder.DropTable(
                name: "planning_Responses");

            migrationBuilder.DropTable(
                name: "planning_Competitors");

            migrationBuilder.DropTable(
                name: "planning_Studies");
        }
    }
}
