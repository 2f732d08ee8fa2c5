using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlansAndForecasts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                schema: "planning",
                table: "Targets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Stretch",
                schema: "planning",
                table: "TargetMonths",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ActivatedAt",
                schema: "planning",
                table: "SalesPlans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ActiveSince",
                schema: "planning",
                table: "SalesPlans",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ClosedSince",
                schema: "planning",
                table: "SalesPlans",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                schema: "planning",
                table: "SalesPlans",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "ReturnedBecause",
                schema: "planning",
                table: "SalesPlans",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RevisionOf",
                schema: "planning",
                table: "SalesPlans",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SubmittedAt",
                schema: "planning",
                table: "SalesPlans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedById",
                schema: "planning",
                table: "SalesPlans",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SupersededById",
                schema: "planning",
                table: "SalesPlans",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ForecastAdjustments",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForecastAdjustments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ForecastSubmissions",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<DateOnly>(type: "date", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Counted_BestCase = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Counted_Closed = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Counted_Commit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Counted_Pipeline = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Said_BestCase = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Said_Closed = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Said_Commit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Said_Pipeline = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForecastSubmissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpportunityCopies",
                schema: "planning",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Weighted = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Counts = table.Column<bool>(type: "boolean", nullable: false),
                    SourceVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunityCopies", x => x.OpportunityId);
                });

            migrationBuilder.CreateTable(
                name: "PlanBudgetLines",
                schema: "planning",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Planned = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanBudgetLines", x => new { x.PlanId, x.Code });
                    table.ForeignKey(
                        name: "FK_PlanBudgetLines_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "planning",
                        principalTable: "SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanMix",
                schema: "planning",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Share = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanMix", x => new { x.PlanId, x.Channel });
                    table.ForeignKey(
                        name: "FK_PlanMix_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "planning",
                        principalTable: "SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanningPolicies",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApproveOwn = table.Column<bool>(type: "boolean", nullable: false),
                    TargetTolerance = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanningPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanObjectives",
                schema: "planning",
                columns: table => new
                {
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanObjectives", x => new { x.PlanId, x.Position });
                    table.ForeignKey(
                        name: "FK_PlanObjectives_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "planning",
                        principalTable: "SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanStrategies",
                schema: "planning",
                columns: table => new
                {
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hypothesis = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStrategies", x => new { x.PlanId, x.Position });
                    table.ForeignKey(
                        name: "FK_PlanStrategies_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "planning",
                        principalTable: "SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitCopies",
                schema: "planning",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitCopies", x => x.UnitId);
                });

            migrationBuilder.CreateTable(
                name: "PlanActions",
                schema: "planning",
                columns: table => new
                {
                    Position = table.Column<int>(type: "integer", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Strategy = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanActions", x => new { x.PlanId, x.Strategy, x.Position });
                    table.ForeignKey(
                        name: "FK_PlanActions_PlanStrategies_PlanId_Strategy",
                        columns: x => new { x.PlanId, x.Strategy },
                        principalSchema: "planning",
                        principalTable: "PlanStrategies",
                        principalColumns: new[] { "PlanId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SalesPlans_RevisionOf_Number",
                schema: "planning",
                table: "SalesPlans",
                columns: new[] { "RevisionOf", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ForecastAdjustments_SubmissionId",
                schema: "planning",
                table: "ForecastAdjustments",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_ForecastSubmissions_OwnerId_Period",
                schema: "planning",
                table: "ForecastSubmissions",
                columns: new[] { "OwnerId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_ForecastSubmissions_Period",
                schema: "planning",
                table: "ForecastSubmissions",
                column: "Period");

            migrationBuilder.CreateIndex(
                name: "IX_ForecastSubmissions_SubmittedAt",
                schema: "planning",
                table: "ForecastSubmissions",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ForecastSubmissions_UnitId_Period",
                schema: "planning",
                table: "ForecastSubmissions",
                columns: new[] { "UnitId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityCopies_ClosesOn",
                schema: "planning",
                table: "OpportunityCopies",
                column: "ClosesOn");

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityCopies_OwnerId_ClosesOn",
                schema: "planning",
                table: "OpportunityCopies",
                columns: new[] { "OwnerId", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityCopies_UnitId_ClosesOn",
                schema: "planning",
                table: "OpportunityCopies",
                columns: new[] { "UnitId", "ClosesOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ForecastAdjustments",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "ForecastSubmissions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "OpportunityCopies",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanActions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanBudgetLines",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanMix",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanningPolicies",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanObjectives",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "UnitCopies",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PlanStrategies",
                schema: "planning");

            migrationBuilder.DropIndex(
                name: "IX_SalesPlans_RevisionOf_Number",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "ParentId",
                schema: "planning",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "Stretch",
                schema: "planning",
                table: "TargetMonths");

            migrationBuilder.DropColumn(
                name: "ActivatedAt",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "ActiveSince",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "ClosedSince",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "Number",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "ReturnedBecause",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "RevisionOf",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                schema: "planning",
                table: "SalesPlans");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                schema: "planning",
                table: "SalesPlans");
        }
    }
}
