using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_ImportedMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ImportedMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_ImportImages",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    AfterHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    IsUndone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ImportImages", x => new { x.ImportId, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "customers_ImportUndos",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reverted = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<long>(type: "INTEGER", nullable: false),
                    Partly = table.Column<long>(type: "INTEGER", nullable: false),
                    Left = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ImportUndos", x => x.ImportId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ImportedMarks_OperationId_Hash",
                table: "customers_ImportedMarks",
                columns: new[] { "OperationId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ImportImages_ImportId_Line",
                table: "customers_ImportImages",
                columns: new[] { "ImportId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ImportImages_RecordId",
                table: "customers_ImportImages",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ImportUndos_OperationId",
                table: "customers_ImportUndos",
                column: "OperationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_ImportedMarks");

            migrationBuilder.DropTable(
                name: "customers_ImportImages");

            migrationBuilder.DropTable(
                name: "customers_ImportUndos");
        }
    }
}
