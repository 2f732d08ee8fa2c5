using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Pools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ClaimedAt",
                table: "customers_Customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProtected",
                table: "customers_Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PoolId",
                table: "customers_Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PooledAt",
                table: "customers_Customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_PoolClaims",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_PoolClaims", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "customers_PoolEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PooledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerBefore = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ReasonChinese = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_PoolEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_PoolNotices",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_PoolNotices", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "customers_Pools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Units = table.Column<string>(type: "TEXT", nullable: false),
                    Permission = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DailyCap = table.Column<int>(type: "INTEGER", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Pools", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_PoolId_PooledAt",
                table: "customers_Customers",
                columns: new[] { "PoolId", "PooledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_PoolEntries_CustomerId_PooledAt",
                table: "customers_PoolEntries",
                columns: new[] { "CustomerId", "PooledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Pools_Code",
                table: "customers_Pools",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_PoolClaims");

            migrationBuilder.DropTable(
                name: "customers_PoolEntries");

            migrationBuilder.DropTable(
                name: "customers_PoolNotices");

            migrationBuilder.DropTable(
                name: "customers_Pools");

            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_PoolId_PooledAt",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "ClaimedAt",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "IsProtected",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "PoolId",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "PooledAt",
                table: "customers_Customers");
        }
    }
}
