using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeliveriesByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_reporting_Deliveries_ScheduleId_State",
                table: "reporting_Deliveries",
                columns: new[] { "ScheduleId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_Deliveries_ScheduleId_State",
                table: "reporting_Deliveries");
        }
    }
}
