using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChooseCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_CustomerScores",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScoredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Recency = table.Column<int>(type: "INTEGER", nullable: false),
                    Frequency = table.Column<int>(type: "INTEGER", nullable: false),
                    Monetary = table.Column<int>(type: "INTEGER", nullable: false),
                    Segment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomerScores", x => x.CustomerId);
                    table.ForeignKey(
                        name: "FK_customers_CustomerScores_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_SampleMembers",
                columns: table => new
                {
                    SampleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stratum = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_SampleMembers", x => new { x.SampleId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "customers_Samples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SegmentVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    StratifyBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Allocation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FrameSize = table.Column<int>(type: "INTEGER", nullable: false),
                    FrameHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Strata = table.Column<string>(type: "TEXT", nullable: false),
                    DrawnAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Samples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_SegmentFreezes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_SegmentFreezes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_SegmentMembers",
                columns: table => new
                {
                    FreezeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_SegmentMembers", x => new { x.FreezeId, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "customers_Segments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_SegmentVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_SegmentVersions", x => new { x.SegmentId, x.Number });
                    table.ForeignKey(
                        name: "FK_customers_SegmentVersions_customers_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "customers_Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Samples_DrawnAt",
                table: "customers_Samples",
                column: "DrawnAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_SegmentFreezes_SegmentId_FrozenAt",
                table: "customers_SegmentFreezes",
                columns: new[] { "SegmentId", "FrozenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Segments_Name",
                table: "customers_Segments",
                column: "Name");

            migrationBuilder.AddForeignKey(
                name: "FK_customers_CustomerFigures_customers_Customers_CustomerId",
                table: "customers_CustomerFigures",
                column: "CustomerId",
                principalTable: "customers_Customers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_customers_CustomerFigures_customers_Customers_CustomerId",
                table: "customers_CustomerFigures");

            migrationBuilder.DropTable(
                name: "customers_CustomerScores");

            migrationBuilder.DropTable(
                name: "customers_SampleMembers");

            migrationBuilder.DropTable(
                name: "customers_Samples");

            migrationBuilder.DropTable(
                name: "customers_SegmentFreezes");

            migrationBuilder.DropTable(
                name: "customers_SegmentMembers");

            migrationBuilder.DropTable(
                name: "customers_SegmentVersions");

            migrationBuilder.DropTable(
                name: "customers_Segments");
        }
    }
}
