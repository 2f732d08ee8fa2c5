using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Pools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ClaimedAt",
                schema: "customers",
                table: "Customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProtected",
                schema: "customers",
                table: "Customers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PoolId",
                schema: "customers",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PooledAt",
                schema: "customers",
                table: "Customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PoolClaims",
                schema: "customers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PoolClaims", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PoolEntries",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PooledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerBefore = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    ReasonChinese = table.Column<string>(type: "text", nullable: true),
                    ClaimedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClaimedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PoolEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PoolNotices",
                schema: "customers",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    PoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PoolNotices", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "Pools",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Units = table.Column<string>(type: "text", nullable: false),
                    Permission = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DailyCap = table.Column<int>(type: "integer", nullable: true),
                    Rule = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pools", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_PoolId_PooledAt",
                schema: "customers",
                table: "Customers",
                columns: new[] { "PoolId", "PooledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PoolEntries_CustomerId_PooledAt",
                schema: "customers",
                table: "PoolEntries",
                columns: new[] { "CustomerId", "PooledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pools_Code",
                schema: "customers",
                table: "Pools",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PoolClaims",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "PoolEntries",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "PoolNotices",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Pools",
                schema: "customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_PoolId_PooledAt",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ClaimedAt",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "IsProtected",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PoolId",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PooledAt",
                schema: "customers",
                table: "Customers");
        }
    }
}
