using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "customers",
                table: "Imports",
                type: "nvarchar(max)",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "customers",
                table: "ImportProfiles",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "customers",
                table: "Files",
                type: "nvarchar(max)",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.CreateIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "customers",
                table: "Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Position",
                schema: "customers",
                table: "AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "customers",
                table: "Operations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Position",
                schema: "customers",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "customers",
                table: "ImportProfiles");

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "customers",
                table: "Imports",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(max)");

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "customers",
                table: "Files",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(max)");
        }
    }
}
