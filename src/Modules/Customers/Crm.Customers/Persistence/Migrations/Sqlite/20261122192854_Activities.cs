using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Activities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_Activities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RemindMinutesBefore = table.Column<int>(type: "INTEGER", nullable: true),
                    RemindAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", nullable: true),
                    NextId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    HappenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckedInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckInLatitude = table.Column<double>(type: "REAL", nullable: true),
                    CheckInLongitude = table.Column<double>(type: "REAL", nullable: true),
                    CheckInMetres = table.Column<int>(type: "INTEGER", nullable: true),
                    CheckInBasis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CheckedOutAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckOutLatitude = table.Column<double>(type: "REAL", nullable: true),
                    CheckOutLongitude = table.Column<double>(type: "REAL", nullable: true),
                    CheckOutMetres = table.Column<int>(type: "INTEGER", nullable: true),
                    CheckOutBasis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_Activities_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CalendarFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_ActivityMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MovedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromStartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FromEndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ToStartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ToEndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ActivityMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ActivityMoves_customers_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "customers_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_ActivityParticipants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ActivityParticipants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ActivityParticipants_customers_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "customers_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_ActivityReminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_customers_ActivityReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ActivityReminders_customers_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "customers_Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_CustomerId_HappenedAt",
                table: "customers_Activities",
                columns: new[] { "CustomerId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_CustomerId_StartsAt",
                table: "customers_Activities",
                columns: new[] { "CustomerId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_OwnerId_StartsAt",
                table: "customers_Activities",
                columns: new[] { "OwnerId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_StartsAt",
                table: "customers_Activities",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_Status_RemindAt",
                table: "customers_Activities",
                columns: new[] { "Status", "RemindAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_UnitId_StartsAt",
                table: "customers_Activities",
                columns: new[] { "UnitId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityMoves_ActivityId",
                table: "customers_ActivityMoves",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityParticipants_ActivityId",
                table: "customers_ActivityParticipants",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityParticipants_UserId",
                table: "customers_ActivityParticipants",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityReminders_ActivityId_PersonId_StartsAt",
                table: "customers_ActivityReminders",
                columns: new[] { "ActivityId", "PersonId", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityReminders_CustomerId",
                table: "customers_ActivityReminders",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityReminders_State_NextTryAt",
                table: "customers_ActivityReminders",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CalendarFeeds_PersonId_CreatedAt",
                table: "customers_CalendarFeeds",
                columns: new[] { "PersonId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_ActivityMoves");

            migrationBuilder.DropTable(
                name: "customers_ActivityParticipants");

            migrationBuilder.DropTable(
                name: "customers_ActivityReminders");

            migrationBuilder.DropTable(
                name: "customers_CalendarFeeds");

            migrationBuilder.DropTable(
                name: "customers_Activities");
        }
    }
}
