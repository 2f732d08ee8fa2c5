using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class VisitorsOfActivities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ActivityReminders_ActivityId_PersonId_StartsAt",
                schema: "customers",
                table: "ActivityReminders");

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                schema: "customers",
                table: "ActivityReminders",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckedInById",
                schema: "customers",
                table: "Activities",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckedOutById",
                schema: "customers",
                table: "Activities",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReminders_ActivityId_PersonId_Sequence",
                schema: "customers",
                table: "ActivityReminders",
                columns: new[] { "ActivityId", "PersonId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Activities_CheckedInById",
                schema: "customers",
                table: "Activities",
                column: "CheckedInById");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_CheckedOutById",
                schema: "customers",
                table: "Activities",
                column: "CheckedOutById");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_ContactId",
                schema: "customers",
                table: "Activities",
                column: "ContactId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ActivityReminders_ActivityId_PersonId_Sequence",
                schema: "customers",
                table: "ActivityReminders");

            migrationBuilder.DropIndex(
                name: "IX_Activities_CheckedInById",
                schema: "customers",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_CheckedOutById",
                schema: "customers",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_ContactId",
                schema: "customers",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Sequence",
                schema: "customers",
                table: "ActivityReminders");

            migrationBuilder.DropColumn(
                name: "CheckedInById",
                schema: "customers",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "CheckedOutById",
                schema: "customers",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReminders_ActivityId_PersonId_StartsAt",
                schema: "customers",
                table: "ActivityReminders",
                columns: new[] { "ActivityId", "PersonId", "StartsAt" },
                unique: true);
        }
    }
}
