using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Intake : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CleansingProposals",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CleansingId = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CleansingProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Cleansings",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kinds = table.Column<string>(type: "text", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OperationId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cleansings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentPurposes",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    English = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentPurposes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ContactPoint = table.Column<string>(type: "text", nullable: true),
                    IsGiven = table.Column<bool>(type: "boolean", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TextVersion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomerFiles",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    HasTitles = table.Column<bool>(type: "boolean", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false),
                    CallerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OperationId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityDue",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityFindings",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Check = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Values = table.Column<string>(type: "text", nullable: false),
                    ProposalKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ProposalValues = table.Column<string>(type: "text", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityGroups",
                schema: "customers",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityGroups", x => new { x.SubjectId, x.Dimension });
                });

            migrationBuilder.CreateTable(
                name: "QualityGroupSnapshots",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subjects = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Found = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityGroupSnapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityRules",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Check = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Severity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Parameters = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityScores",
                schema: "customers",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Findings = table.Column<int>(type: "integer", nullable: false),
                    CheckedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityScores", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "QualitySnapshots",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Subjects = table.Column<long>(type: "bigint", nullable: false),
                    Score = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Found = table.Column<long>(type: "bigint", nullable: false),
                    Dismissed = table.Column<long>(type: "bigint", nullable: false),
                    Checks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualitySnapshots", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "customers",
                table: "ConsentPurposes",
                columns: new[] { "Id", "Chinese", "Code", "English", "IsRetired", "Version" },
                values: new object[,]
                {
                    { new Guid("0193b500-0000-7000-8000-000000000001"), "订单与服务通知", "service", "Messages about orders and service", false, 1 },
                    { new Guid("0193b500-0000-7000-8000-000000000002"), "优惠与资讯", "marketing", "Offers and news", false, 1 },
                    { new Guid("0193b500-0000-7000-8000-000000000003"), "购买习惯分析", "profiling", "Evaluation of buying habits", false, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_CleansingProposals_CleansingId_Number",
                schema: "customers",
                table: "CleansingProposals",
                columns: new[] { "CleansingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CleansingProposals_CleansingId_State_CustomerId",
                schema: "customers",
                table: "CleansingProposals",
                columns: new[] { "CleansingId", "State", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CleansingProposals_CustomerId",
                schema: "customers",
                table: "CleansingProposals",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Cleansings_CreatedAt",
                schema: "customers",
                table: "Cleansings",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentPurposes_Code",
                schema: "customers",
                table: "ConsentPurposes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consents_CustomerId_Purpose_At",
                schema: "customers",
                table: "Consents",
                columns: new[] { "CustomerId", "Purpose", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerFiles_CallerId_CreatedAt",
                schema: "customers",
                table: "CustomerFiles",
                columns: new[] { "CallerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerFiles_CreatedAt",
                schema: "customers",
                table: "CustomerFiles",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerFiles_ExpiresAt",
                schema: "customers",
                table: "CustomerFiles",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerFiles_SubjectId",
                schema: "customers",
                table: "CustomerFiles",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_Check_State",
                schema: "customers",
                table: "QualityFindings",
                columns: new[] { "Check", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_FoundAt",
                schema: "customers",
                table: "QualityFindings",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_OtherId",
                schema: "customers",
                table: "QualityFindings",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityFindings_SubjectId_Check",
                schema: "customers",
                table: "QualityFindings",
                columns: new[] { "SubjectId", "Check" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityGroups_Dimension_Value",
                schema: "customers",
                table: "QualityGroups",
                columns: new[] { "Dimension", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityGroupSnapshots_Dimension_Value_TakenAt",
                schema: "customers",
                table: "QualityGroupSnapshots",
                columns: new[] { "Dimension", "Value", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityGroupSnapshots_TakenAt",
                schema: "customers",
                table: "QualityGroupSnapshots",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_QualityRules_Check",
                schema: "customers",
                table: "QualityRules",
                column: "Check",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QualityScores_Score",
                schema: "customers",
                table: "QualityScores",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_QualitySnapshots_TakenAt",
                schema: "customers",
                table: "QualitySnapshots",
                column: "TakenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CleansingProposals",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Cleansings",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ConsentPurposes",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Consents",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "CustomerFiles",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityDue",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityFindings",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityGroups",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityGroupSnapshots",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityRules",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualityScores",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "QualitySnapshots",
                schema: "customers");
        }
    }
}
