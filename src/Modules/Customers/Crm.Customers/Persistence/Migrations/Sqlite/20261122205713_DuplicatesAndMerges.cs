using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DuplicatesAndMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerNames",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_DedupeRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_DedupeRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_DuplicateCandidates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Band = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    FirstData = table.Column<long>(type: "INTEGER", nullable: false),
                    SecondData = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_DuplicateCandidates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_DuplicateCandidates_customers_Customers_FirstId",
                        column: x => x.FirstId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_customers_DuplicateCandidates_customers_Customers_SecondId",
                        column: x => x.SecondId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "customers_DuplicateKeys",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "INTEGER", nullable: false),
                    Rank = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_DuplicateKeys", x => new { x.Hash, x.Rank, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "customers_DuplicateProfiles",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules = table.Column<int>(type: "INTEGER", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<long>(type: "INTEGER", nullable: false),
                    Keys = table.Column<byte[]>(type: "BLOB", maxLength: 320, nullable: false),
                    IsCompared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_DuplicateProfiles", x => x.CustomerId);
                });

            migrationBuilder.CreateTable(
                name: "customers_Merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Taken = table.Column<string>(type: "TEXT", nullable: true),
                    MergedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Merges", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "customers_DedupeRules",
                columns: new[] { "Id", "ChangedAt", "Definition", "Kind", "Version" },
                values: new object[,]
                {
                    { new Guid("0192f000-0000-7000-8000-00000000d001"), null, null, "Organisation", 1 },
                    { new Guid("0192f000-0000-7000-8000-00000000d002"), null, null, "Person", 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_DedupeRules_Kind",
                table: "customers_DedupeRules",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateCandidates_FirstId_SecondId",
                table: "customers_DuplicateCandidates",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateCandidates_FoundAt",
                table: "customers_DuplicateCandidates",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateCandidates_Score",
                table: "customers_DuplicateCandidates",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateCandidates_SecondId",
                table: "customers_DuplicateCandidates",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateCandidates_State_Score",
                table: "customers_DuplicateCandidates",
                columns: new[] { "State", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateKeys_CustomerId",
                table: "customers_DuplicateKeys",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateProfiles_IsCompared_CustomerId",
                table: "customers_DuplicateProfiles",
                columns: new[] { "IsCompared", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_DuplicateProfiles_Kind_Rules",
                table: "customers_DuplicateProfiles",
                columns: new[] { "Kind", "Rules" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Merges_MergedAt",
                table: "customers_Merges",
                column: "MergedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Merges_MergedId",
                table: "customers_Merges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Merges_SurvivorId",
                table: "customers_Merges",
                column: "SurvivorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_DedupeRules");

            migrationBuilder.DropTable(
                name: "customers_DuplicateCandidates");

            migrationBuilder.DropTable(
                name: "customers_DuplicateKeys");

            migrationBuilder.DropTable(
                name: "customers_DuplicateProfiles");

            migrationBuilder.DropTable(
                name: "customers_Merges");

            migrationBuilder.DropColumn(
                name: "FormerNames",
                table: "customers_Customers");
        }
    }
}
