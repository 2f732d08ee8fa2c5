using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Reporting.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FollowMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SurvivorId",
                schema: "reporting",
                table: "CustomerCopies",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomerCopies_Generation_SurvivorId",
                schema: "reporting",
                table: "CustomerCopies",
                columns: new[] { "Generation", "SurvivorId" },
                filter: "\"SurvivorId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CustomerCopies_Generation_SurvivorId",
                schema: "reporting",
                table: "CustomerCopies");

            migrationBuilder.DropColumn(
                name: "SurvivorId",
                schema: "reporting",
                table: "CustomerCopies");
        }
    }
}
