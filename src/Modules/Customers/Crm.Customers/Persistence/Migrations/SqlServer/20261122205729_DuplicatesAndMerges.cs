using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DuplicatesAndMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerNames",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DedupeRules",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DedupeRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DuplicateCandidates",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecondId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SecondUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Score = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Band = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    FirstData = table.Column<long>(type: "bigint", nullable: false),
                    SecondData = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DuplicateCandidates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DuplicateCandidates_Customers_FirstId",
                        column: x => x.FirstId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DuplicateCandidates_Customers_SecondId",
                        column: x => x.SecondId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "DuplicateKeys",
                schema: "customers",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    Rank = table.Column<long>(type: "bigint", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DuplicateKeys", x => new { x.Hash, x.Rank, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "DuplicateProfiles",
                schema: "customers",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rules = table.Column<int>(type: "int", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Fingerprint = table.Column<long>(type: "bigint", nullable: false),
                    Keys = table.Column<byte[]>(type: "varbinary(320)", maxLength: 320, nullable: false),
                    IsCompared = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DuplicateProfiles", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "Merges",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MergedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Taken = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    MergedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    MergedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merges", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "customers",
                table: "DedupeRules",
                columns: new[] { "Id", "ChangedAt", "Definition", "Kind", "Version" },
                values: new object[,]
                {
                    { new Guid("0192f000-0000-7000-8000-00000000d001"), null, null, "Organisation", 1 },
                    { new Guid("0192f000-0000-7000-8000-00000000d002"), null, null, "Person", 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_DedupeRules_Kind",
                schema: "customers",
                table: "DedupeRules",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateCandidates_FirstId_SecondId",
                schema: "customers",
                table: "DuplicateCandidates",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateCandidates_FoundAt",
                schema: "customers",
                table: "DuplicateCandidates",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateCandidates_Score",
                schema: "customers",
                table: "DuplicateCandidates",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateCandidates_SecondId",
                schema: "customers",
                table: "DuplicateCandidates",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateCandidates_State_Score",
                schema: "customers",
                table: "DuplicateCandidates",
                columns: new[] { "State", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateKeys_CustomerId",
                schema: "customers",
                table: "DuplicateKeys",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateProfiles_IsCompared_CustomerId",
                schema: "customers",
                table: "DuplicateProfiles",
                columns: new[] { "IsCompared", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_DuplicateProfiles_Kind_Rules",
                schema: "customers",
                table: "DuplicateProfiles",
                columns: new[] { "Kind", "Rules" });

            migrationBuilder.CreateIndex(
                name: "IX_Merges_MergedAt",
                schema: "customers",
                table: "Merges",
                column: "MergedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_MergedId",
                schema: "customers",
                table: "Merges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_SurvivorId",
                schema: "customers",
                table: "Merges",
                column: "SurvivorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DedupeRules",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "DuplicateCandidates",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "DuplicateKeys",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "DuplicateProfiles",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Merges",
                schema: "customers");

            migrationBuilder.DropColumn(
                name: "FormerNames",
                schema: "customers",
                table: "Customers");
        }
    }
}
