using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Solution = table.Column<string>(type: "TEXT", nullable: true),
                    SolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reopenings = table.Column<int>(type: "INTEGER", nullable: false),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    RatingComment = table.Column<string>(type: "TEXT", nullable: true),
                    RatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RespondBy = table.Column<long>(type: "INTEGER", nullable: true),
                    RespondedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SolveBy = table.Column<long>(type: "INTEGER", nullable: true),
                    RemainingSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    EscalationLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_Cases_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_CaseTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    English = table.Column<string>(type: "TEXT", nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CaseTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_EscalationRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MinutesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_EscalationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_NumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "customers_ServiceLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ResponseMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    SolutionMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ServiceLevels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_WorkingCalendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    Holidays = table.Column<string>(type: "TEXT", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_WorkingCalendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_CaseEscalations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReasonEnglish = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReasonChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CaseEscalations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_CaseEscalations_customers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "customers_Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    IsToCustomer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CaseNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_CaseNotes_customers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "customers_Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_CaseSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssigneeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CaseSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_CaseSteps_customers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "customers_Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "customers_ServiceLevels",
                columns: new[] { "Id", "CalendarId", "Code", "Kind", "Priority", "ResponseMinutes", "SolutionMinutes", "Version" },
                values: new object[,]
                {
                    { new Guid("01938c00-0000-7000-8000-00000000ca01"), null, "any-urgent", null, "Urgent", 60, 480, 1 },
                    { new Guid("01938c00-0000-7000-8000-00000000ca02"), null, "any-high", null, "High", 120, 960, 1 },
                    { new Guid("01938c00-0000-7000-8000-00000000ca03"), null, "any-normal", null, "Normal", 240, 2400, 1 },
                    { new Guid("01938c00-0000-7000-8000-00000000ca04"), null, "any-low", null, "Low", 480, 4800, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseEscalations_CaseId_Level_Round_PersonId",
                table: "customers_CaseEscalations",
                columns: new[] { "CaseId", "Level", "Round", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseEscalations_CustomerId",
                table: "customers_CaseEscalations",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseEscalations_State_NextTryAt",
                table: "customers_CaseEscalations",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseNotes_CaseId",
                table: "customers_CaseNotes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_CustomerId_OpenedAt",
                table: "customers_Cases",
                columns: new[] { "CustomerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_Number",
                table: "customers_Cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_OpenedAt",
                table: "customers_Cases",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_OrderId",
                table: "customers_Cases",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_OwnerId_OpenedAt",
                table: "customers_Cases",
                columns: new[] { "OwnerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_Status_RespondBy",
                table: "customers_Cases",
                columns: new[] { "Status", "RespondBy" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_Status_SolveBy",
                table: "customers_Cases",
                columns: new[] { "Status", "SolveBy" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cases_UnitId_OpenedAt",
                table: "customers_Cases",
                columns: new[] { "UnitId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseSteps_CaseId",
                table: "customers_CaseSteps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_CaseTemplates_Code",
                table: "customers_CaseTemplates",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_EscalationRules_Level",
                table: "customers_EscalationRules",
                column: "Level",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_ServiceLevels_Code",
                table: "customers_ServiceLevels",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_CaseEscalations");

            migrationBuilder.DropTable(
                name: "customers_CaseNotes");

            migrationBuilder.DropTable(
                name: "customers_CaseSteps");

            migrationBuilder.DropTable(
                name: "customers_CaseTemplates");

            migrationBuilder.DropTable(
                name: "customers_EscalationRules");

            migrationBuilder.DropTable(
                name: "customers_NumberSeries");

            migrationBuilder.DropTable(
                name: "customers_ServiceLevels");

            migrationBuilder.DropTable(
                name: "customers_WorkingCalendars");

            migrationBuilder.DropTable(
                name: "customers_Cases");
        }
    }
}
