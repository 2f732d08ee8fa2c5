using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansAndForecasts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "planning_Targets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Stretch",
                table: "planning_TargetMonths",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ActivatedAt",
                table: "planning_SalesPlans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ActiveSince",
                table: "planning_SalesPlans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ClosedSince",
                table: "planning_SalesPlans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "planning_SalesPlans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "ReturnedBecause",
                table: "planning_SalesPlans",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RevisionOf",
                table: "planning_SalesPlans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedAt",
                table: "planning_SalesPlans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedById",
                table: "planning_SalesPlans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SupersededById",
                table: "planning_SalesPlans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "planning_ForecastAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ForecastAdjustments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_ForecastSubmissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Counted_BestCase = table.Column<long>(type: "INTEGER", nullable: false),
                    Counted_Closed = table.Column<long>(type: "INTEGER", nullable: false),
                    Counted_Commit = table.Column<long>(type: "INTEGER", nullable: false),
                    Counted_Pipeline = table.Column<long>(type: "INTEGER", nullable: false),
                    Said_BestCase = table.Column<long>(type: "INTEGER", nullable: false),
                    Said_Closed = table.Column<long>(type: "INTEGER", nullable: false),
                    Said_Commit = table.Column<long>(type: "INTEGER", nullable: false),
                    Said_Pipeline = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ForecastSubmissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_OpportunityCopies",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Weighted = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_OpportunityCopies", x => x.OpportunityId);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanBudgetLines",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Planned = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanBudgetLines", x => new { x.PlanId, x.Code });
                    table.ForeignKey(
                        name: "FK_planning_PlanBudgetLines_planning_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "planning_SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanMix",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Share = table.Column<long>(type: "INTEGER", scale: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanMix", x => new { x.PlanId, x.Channel });
                    table.ForeignKey(
                        name: "FK_planning_PlanMix_planning_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "planning_SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanningPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApproveOwn = table.Column<bool>(type: "INTEGER", nullable: false),
                    TargetTolerance = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanningPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanObjectives",
                columns: table => new
                {
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanObjectives", x => new { x.PlanId, x.Position });
                    table.ForeignKey(
                        name: "FK_planning_PlanObjectives_planning_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "planning_SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanStrategies",
                columns: table => new
                {
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hypothesis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanStrategies", x => new { x.PlanId, x.Position });
                    table.ForeignKey(
                        name: "FK_planning_PlanStrategies_planning_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "planning_SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_UnitCopies",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_UnitCopies", x => x.UnitId);
                });

            migrationBuilder.CreateTable(
                name: "planning_PlanActions",
                columns: table => new
                {
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Strategy = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanActions", x => new { x.PlanId, x.Strategy, x.Position });
                    table.ForeignKey(
                        name: "FK_planning_PlanActions_planning_PlanStrategies_PlanId_Strategy",
                        columns: x => new { x.PlanId, x.Strategy },
                        principalTable: "planning_PlanStrategies",
                        principalColumns: new[] { "PlanId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_SalesPlans_RevisionOf_Number",
                table: "planning_SalesPlans",
                columns: new[] { "RevisionOf", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_ForecastAdjustments_SubmissionId",
                table: "planning_ForecastAdjustments",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_ForecastSubmissions_OwnerId_Period",
                table: "planning_ForecastSubmissions",
                columns: new[] { "OwnerId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_ForecastSubmissions_Period",
                table: "planning_ForecastSubmissions",
                column: "Period");

            migrationBuilder.CreateIndex(
                name: "IX_planning_ForecastSubmissions_SubmittedAt",
                table: "planning_ForecastSubmissions",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_planning_ForecastSubmissions_UnitId_Period",
                table: "planning_ForecastSubmissions",
                columns: new[] { "UnitId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_OpportunityCopies_ClosesOn",
                table: "planning_OpportunityCopies",
                column: "ClosesOn");

            migrationBuilder.CreateIndex(
                name: "IX_planning_OpportunityCopies_OwnerId_ClosesOn",
                table: "planning_OpportunityCopies",
                columns: new[] { "OwnerId", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_OpportunityCopies_UnitId_ClosesOn",
                table: "planning_OpportunityCopies",
                columns: new[] { "UnitId", "ClosesOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_ForecastAdjustments");

            migrationBuilder.DropTable(
                name: "planning_ForecastSubmissions");

            migrationBuilder.DropTable(
                name: "planning_OpportunityCopies");

            migrationBuilder.DropTable(
                name: "planning_PlanActions");

            migrationBuilder.DropTable(
                name: "planning_PlanBudgetLines");

            migrationBuilder.DropTable(
                name: "planning_PlanMix");

            migrationBuilder.DropTable(
                name: "planning_PlanningPolicies");

            migrationBuilder.DropTable(
                name: "planning_PlanObjectives");

            migrationBuilder.DropTable(
                name: "planning_UnitCopies");

            migrationBuilder.DropTable(
                name: "planning_PlanStrategies");

            migrationBuilder.DropIndex(
                name: "IX_planning_SalesPlans_RevisionOf_Number",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "planning_Targets");

            migrationBuilder.DropColumn(
                name: "Stretch",
                table: "planning_TargetMonths");

            migrationBuilder.DropColumn(
                name: "ActivatedAt",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "ActiveSince",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "ClosedSince",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "ReturnedBecause",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "RevisionOf",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "planning_SalesPlans");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                table: "planning_SalesPlans");
        }
    }
}
