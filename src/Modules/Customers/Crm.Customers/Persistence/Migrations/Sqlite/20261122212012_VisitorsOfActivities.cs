using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class VisitorsOfActivities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_ActivityReminders_ActivityId_PersonId_StartsAt",
                table: "customers_ActivityReminders");

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "customers_ActivityReminders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckedInById",
                table: "customers_Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckedOutById",
                table: "customers_Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityReminders_ActivityId_PersonId_Sequence",
                table: "customers_ActivityReminders",
                columns: new[] { "ActivityId", "PersonId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_CheckedInById",
                table: "customers_Activities",
                column: "CheckedInById");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_CheckedOutById",
                table: "customers_Activities",
                column: "CheckedOutById");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Activities_ContactId",
                table: "customers_Activities",
                column: "ContactId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_ActivityReminders_ActivityId_PersonId_Sequence",
                table: "customers_ActivityReminders");

            migrationBuilder.DropIndex(
                name: "IX_customers_Activities_CheckedInById",
                table: "customers_Activities");

            migrationBuilder.DropIndex(
                name: "IX_customers_Activities_CheckedOutById",
                table: "customers_Activities");

            migrationBuilder.DropIndex(
                name: "IX_customers_Activities_ContactId",
                table: "customers_Activities");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "customers_ActivityReminders");

            migrationBuilder.DropColumn(
                name: "CheckedInById",
                table: "customers_Activities");

            migrationBuilder.DropColumn(
                name: "CheckedOutById",
                table: "customers_Activities");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ActivityReminders_ActivityId_PersonId_StartsAt",
                table: "customers_ActivityReminders",
                columns: new[] { "ActivityId", "PersonId", "StartsAt" },
                unique: true);
        }
    }
}
