using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TerritoriesAndCredit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BlockReason",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnershipReason",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                table: "customers_Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_CreditTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "INTEGER", nullable: true),
                    IsBlocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CreditTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_Territories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Territories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_TerritoriesWithin",
                columns: table => new
                {
                    AboveId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_TerritoriesWithin", x => new { x.AboveId, x.TerritoryId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_TerritoryId",
                table: "customers_Customers",
                column: "TerritoryId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_CreditTerms_CustomerId",
                table: "customers_CreditTerms",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Territories_Code",
                table: "customers_Territories",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Territories_ManagerId",
                table: "customers_Territories",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Territories_Name",
                table: "customers_Territories",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Territories_ParentId",
                table: "customers_Territories",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_TerritoriesWithin_TerritoryId",
                table: "customers_TerritoriesWithin",
                column: "TerritoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_CreditTerms");

            migrationBuilder.DropTable(
                name: "customers_Territories");

            migrationBuilder.DropTable(
                name: "customers_TerritoriesWithin");

            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_TerritoryId",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "BlockReason",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "OwnershipReason",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                table: "customers_Customers");
        }
    }
}
