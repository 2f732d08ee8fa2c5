using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PipelineOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "customers_OpportunitySnapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "customers_OpportunitySnapshots",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_ClosedAt",
                table: "customers_Opportunities",
                column: "ClosedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Opportunities_ClosedAt",
                table: "customers_Opportunities");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "customers_OpportunitySnapshots");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "customers_OpportunitySnapshots");
        }
    }
}
