using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                table: "reporting_CustomerCopies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_CustomerCopies_Generation_SurvivorId",
                table: "reporting_CustomerCopies",
                columns: new[] { "Generation", "SurvivorId" },
                filter: "\"SurvivorId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_CustomerCopies_Generation_SurvivorId",
                table: "reporting_CustomerCopies");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                table: "reporting_CustomerCopies");
        }
    }
}
