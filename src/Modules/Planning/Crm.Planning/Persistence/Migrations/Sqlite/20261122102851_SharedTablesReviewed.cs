using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "planning_ImportProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_planning_Operations_CreatedAt_Id",
                table: "planning_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_planning_AuditEntries_Position",
                table: "planning_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_planning_Operations_CreatedAt_Id",
                table: "planning_Operations");

            migrationBuilder.DropIndex(
                name: "IX_planning_AuditEntries_Position",
                table: "planning_AuditEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "planning_ImportProfiles");
        }
    }
}
