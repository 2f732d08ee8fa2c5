using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Host.Platform.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SharedTablesReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProviderRoles",
                schema: "platform",
                table: "Users",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ProviderSpokeAt",
                schema: "platform",
                table: "Users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProviderUnitId",
                schema: "platform",
                table: "Users",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "platform",
                table: "Imports",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "platform",
                table: "ImportProfiles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "platform",
                table: "Files",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.CreateIndex(
                name: "IX_Users_Name",
                schema: "platform",
                table: "Users",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Users_ProviderUnitId",
                schema: "platform",
                table: "Users",
                column: "ProviderUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OrgUnits_Name",
                schema: "platform",
                table: "OrgUnits",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "platform",
                table: "Operations",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Position",
                schema: "platform",
                table: "AuditEntries",
                column: "Position",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_Name",
                schema: "platform",
                table: "ApiClients",
                column: "Name");

            migrationBuilder.AddForeignKey(
                name: "FK_Users_OrgUnits_ProviderUnitId",
                schema: "platform",
                table: "Users",
                column: "ProviderUnitId",
                principalSchema: "platform",
                principalTable: "OrgUnits",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Users_OrgUnits_ProviderUnitId",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_Name",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_ProviderUnitId",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_OrgUnits_Name",
                schema: "platform",
                table: "OrgUnits");

            migrationBuilder.DropIndex(
                name: "IX_Operations_CreatedAt_Id",
                schema: "platform",
                table: "Operations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Position",
                schema: "platform",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_ApiClients_Name",
                schema: "platform",
                table: "ApiClients");

            migrationBuilder.DropColumn(
                name: "ProviderRoles",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "ProviderSpokeAt",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "ProviderUnitId",
                schema: "platform",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "platform",
                table: "ImportProfiles");

            migrationBuilder.AlterColumn<string>(
                name: "FileName",
                schema: "platform",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "Name",
                schema: "platform",
                table: "Files",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");
        }
    }
}
