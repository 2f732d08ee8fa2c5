using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
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
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnershipReason",
                schema: "customers",
                table: "Customers",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TerritoryId",
                schema: "customers",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CreditTerms",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Limit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    PaymentDays = table.Column<int>(type: "integer", nullable: true),
                    IsBlocked = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Depth = table.Column<int>(type: "integer", nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false)
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
                    AboveId = table.Column<Guid>(type: "uuid", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "uuid", nullable: false)
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
