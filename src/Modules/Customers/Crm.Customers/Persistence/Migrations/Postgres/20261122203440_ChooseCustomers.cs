using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChooseCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CustomerScores",
                schema: "customers",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScoredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Recency = table.Column<int>(type: "integer", nullable: false),
                    Frequency = table.Column<int>(type: "integer", nullable: false),
                    Monetary = table.Column<int>(type: "integer", nullable: false),
                    Segment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerScores", x => x.CustomerId);
                    table.ForeignKey(
                        name: "FK_CustomerScores_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SampleMembers",
                schema: "customers",
                columns: table => new
                {
                    SampleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stratum = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleMembers", x => new { x.SampleId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Filter = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    SegmentVersion = table.Column<int>(type: "integer", nullable: true),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    StratifyBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Allocation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FrameSize = table.Column<int>(type: "integer", nullable: false),
                    FrameHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Strata = table.Column<string>(type: "text", nullable: false),
                    DrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SegmentFreezes",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentVersion = table.Column<int>(type: "integer", nullable: false),
                    FrozenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentFreezes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SegmentMembers",
                schema: "customers",
                columns: table => new
                {
                    FreezeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentMembers", x => new { x.FreezeId, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SegmentVersions",
                schema: "customers",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rules = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RetiredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentVersions", x => new { x.SegmentId, x.Number });
                    table.ForeignKey(
                        name: "FK_SegmentVersions_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalSchema: "customers",
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Samples_DrawnAt",
                schema: "customers",
                table: "Samples",
                column: "DrawnAt");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentFreezes_SegmentId_FrozenAt",
                schema: "customers",
                table: "SegmentFreezes",
                columns: new[] { "SegmentId", "FrozenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Segments_Name",
                schema: "customers",
                table: "Segments",
                column: "Name");

            migrationBuilder.AddForeignKey(
                name: "FK_CustomerFigures_Customers_CustomerId",
                schema: "customers",
                table: "CustomerFigures",
                column: "CustomerId",
                principalSchema: "customers",
                principalTable: "Customers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CustomerFigures_Customers_CustomerId",
                schema: "customers",
                table: "CustomerFigures");

            migrationBuilder.DropTable(
                name: "CustomerScores",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "SampleMembers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Samples",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "SegmentFreezes",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "SegmentMembers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "SegmentVersions",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Segments",
                schema: "customers");
        }
    }
}
