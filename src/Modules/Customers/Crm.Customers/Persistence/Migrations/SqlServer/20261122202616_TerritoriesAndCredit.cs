using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TerritoriesAndCredit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BlockReason",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnershipReason",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                schema: "customers",
                table: "Customers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CreditTerms",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Limit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "int", nullable: true),
                    IsBlocked = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Territories",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ManagerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Depth = table.Column<int>(type: "int", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Territories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TerritoriesWithin",
                schema: "customers",
                columns: table => new
                {
                    AboveId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoriesWithin", x => new { x.AboveId, x.TerritoryId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TerritoryId",
                schema: "customers",
                table: "Customers",
                column: "TerritoryId");

            migrationBuilder.CreateIndex(
                name: "IX_CreditTerms_CustomerId",
                schema: "customers",
                table: "CreditTerms",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Territories_Code",
                schema: "customers",
                table: "Territories",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Territories_ManagerId",
                schema: "customers",
                table: "Territories",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_Territories_Name",
                schema: "customers",
                table: "Territories",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Territories_ParentId",
                schema: "customers",
                table: "Territories",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_TerritoriesWithin_TerritoryId",
                schema: "customers",
                table: "TerritoriesWithin",
                column: "TerritoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditTerms",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Territories",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "TerritoriesWithin",
                schema: "customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_TerritoryId",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "BlockReason",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "OwnershipReason",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "TerritoryId",
                schema: "customers",
                table: "Customers");
        }
    }
}
