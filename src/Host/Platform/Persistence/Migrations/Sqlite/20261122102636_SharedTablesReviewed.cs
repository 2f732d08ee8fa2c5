using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Host.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProviderRoles",
                table: "platform_Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProviderSpokeAt",
                table: "platform_Users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProviderUnitId",
                table: "platform_Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "platform_ImportProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Users_Name",
                table: "platform_Users",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Users_ProviderUnitId",
                table: "platform_Users",
                column: "ProviderUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_OrgUnits_Name",
                table: "platform_OrgUnits",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Operations_CreatedAt_Id",
                table: "platform_Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditEntries_Position",
                table: "platform_AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_ApiClients_Name",
                table: "platform_ApiClients",
                column: "Name");

            migrationBuilder.AddForeignKey(
                name: "FK_platform_Users_platform_OrgUnits_ProviderUnitId",
                table: "platform_Users",
                column: "ProviderUnitId",
                principalTable: "platform_OrgUnits",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_platform_Users_platform_OrgUnits_ProviderUnitId",
                table: "platform_Users");

            migrationBuilder.DropIndex(
                name: "IX_platform_Users_Name",
                table: "platform_Users");

            migrationBuilder.DropIndex(
                name: "IX_platform_Users_ProviderUnitId",
                table: "platform_Users");

            migrationBuilder.DropIndex(
                name: "IX_platform_OrgUnits_Name",
                table: "platform_OrgUnits");

            migrationBuilder.DropIndex(
                name: "IX_platform_Operations_CreatedAt_Id",
                table: "platform_Operations");

            migrationBuilder.DropIndex(
                name: "IX_platform_AuditEntries_Position",
                table: "platform_AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_platform_ApiClients_Name",
                table: "platform_ApiClients");

            migrationBuilder.DropColumn(
                name: "ProviderRoles",
                table: "platform_Users");

            migrationBuilder.DropColumn(
                name: "ProviderSpokeAt",
                table: "platform_Users");

            migrationBuilder.DropColumn(
                name: "ProviderUnitId",
                table: "platform_Users");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "platform_ImportProfiles");
        }
    }
}
