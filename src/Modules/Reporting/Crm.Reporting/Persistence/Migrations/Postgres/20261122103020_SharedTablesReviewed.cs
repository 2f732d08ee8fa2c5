using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_ScheduleId",
                schema: "reporting",
                table: "Subscriptions");

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "reporting",
                table: "Imports",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "reporting",
                table: "ImportProfiles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "reporting",
                table: "Files",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_ScheduleId_UserId",
                schema: "reporting",
                table: "Subscriptions",
                columns: new[] { "ScheduleId", "UserId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "reporting",
                table: "Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Position",
                schema: "reporting",
                table: "AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_ScheduleId_UserId",
                schema: "reporting",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "reporting",
                table: "Operations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Position",
                schema: "reporting",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "reporting",
                table: "ImportProfiles");

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "reporting",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "reporting",
                table: "Files",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_ScheduleId",
                schema: "reporting",
                table: "Subscriptions",
                column: "ScheduleId");
        }
    }
}
