using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Planning.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PlanRefs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PlanRefs",
                schema: "planning",
                columns: table => new
                {
                    System = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RefId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanRefs", x => new { x.System, x.RefId });
                    table.ForeignKey(
                        name: "FK_PlanRefs_SalesPlans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "planning",
                        principalTable: "SalesPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlanRefs_PlanId",
                schema: "planning",
                table: "PlanRefs",
                column: "PlanId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlanRefs",
                schema: "planning");
        }
    }
}
