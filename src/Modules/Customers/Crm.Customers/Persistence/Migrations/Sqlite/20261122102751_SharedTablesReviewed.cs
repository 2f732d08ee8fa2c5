using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "customers_ImportProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Operations_CreatedAt_Id",
                table: "customers_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_AuditEntries_Position",
                table: "customers_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Operations_CreatedAt_Id",
                table: "customers_Operations");

            migrationBuilder.DropIndex(
                name: "IX_customers_AuditEntries_Position",
                table: "customers_AuditEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "customers_ImportProfiles");
        }
    }
}
