using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PipelineOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                schema: "customers",
                table: "OpportunitySnapshots",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                schema: "customers",
                table: "OpportunitySnapshots",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_ClosedAt",
                schema: "customers",
                table: "Opportunities",
                column: "ClosedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opportunities_ClosedAt",
                schema: "customers",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                schema: "customers",
                table: "OpportunitySnapshots");

            migrationBuilder.DropColumn(
                name: "Reason",
                schema: "customers",
                table: "OpportunitySnapshots");
        }
    }
}
