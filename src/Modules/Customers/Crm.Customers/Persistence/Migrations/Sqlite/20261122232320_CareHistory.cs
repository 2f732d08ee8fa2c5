using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CareHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SolveBy",
                table: "customers_CaseSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeletedAt",
                table: "customers_Activities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_ReviewDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ReviewDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ReviewDecisions_customers_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "customers_Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ReviewDecisions_ReviewId",
                table: "customers_ReviewDecisions",
                column: "ReviewId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_ReviewDecisions");

            migrationBuilder.DropColumn(
                name: "SolveBy",
                table: "customers_CaseSteps");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "customers_Activities");
        }
    }
}
