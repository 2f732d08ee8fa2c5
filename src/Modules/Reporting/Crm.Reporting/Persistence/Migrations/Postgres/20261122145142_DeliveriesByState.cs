using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeliveriesByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ScheduleId_State",
                schema: "reporting",
                table: "Deliveries",
                columns: new[] { "ScheduleId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_ScheduleId_State",
                schema: "reporting",
                table: "Deliveries");
        }
    }
}
