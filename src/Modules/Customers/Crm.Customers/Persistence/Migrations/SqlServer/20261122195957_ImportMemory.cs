using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ImportMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ImportedMarks",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportImages",
                schema: "customers",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    AfterHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    IsUndone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportImages", x => new { x.ImportId, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "ImportUndos",
                schema: "customers",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsDryRun = table.Column<bool>(type: "bit", nullable: false),
                    CallerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Reverted = table.Column<long>(type: "bigint", nullable: false),
                    Removed = table.Column<long>(type: "bigint", nullable: false),
                    Partly = table.Column<long>(type: "bigint", nullable: false),
                    Left = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportUndos", x => x.ImportId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedMarks_OperationId_Hash",
                schema: "customers",
                table: "ImportedMarks",
                columns: new[] { "OperationId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportImages_ImportId_Line",
                schema: "customers",
                table: "ImportImages",
                columns: new[] { "ImportId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportImages_RecordId",
                schema: "customers",
                table: "ImportImages",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportUndos_OperationId",
                schema: "customers",
                table: "ImportUndos",
                column: "OperationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportedMarks",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ImportImages",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ImportUndos",
                schema: "customers");
        }
    }
}
