using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlanRefs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_PlanRefs",
                columns: table => new
                {
                    System = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RefId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PlanRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_planning_PlanRefs_planning_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "planning_SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_PlanRefs_PlanId",
                table: "planning_PlanRefs",
                column: "PlanId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_PlanRefs");
        }
    }
}
