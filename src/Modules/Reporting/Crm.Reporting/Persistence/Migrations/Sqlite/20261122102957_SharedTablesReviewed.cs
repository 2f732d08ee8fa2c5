using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_Subscriptions_ScheduleId",
                table: "reporting_Subscriptions");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "reporting_ImportProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Subscriptions_ScheduleId_UserId",
                table: "reporting_Subscriptions",
                columns: new[] { "ScheduleId", "UserId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Operations_CreatedAt_Id",
                table: "reporting_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_AuditEntries_Position",
                table: "reporting_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_Subscriptions_ScheduleId_UserId",
                table: "reporting_Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_reporting_Operations_CreatedAt_Id",
                table: "reporting_Operations");

            migrationBuilder.DropIndex(
                name: "IX_reporting_AuditEntries_Position",
                table: "reporting_AuditEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "reporting_ImportProfiles");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_Subscriptions_ScheduleId",
                table: "reporting_Subscriptions",
                column: "ScheduleId");
        }
    }
}
