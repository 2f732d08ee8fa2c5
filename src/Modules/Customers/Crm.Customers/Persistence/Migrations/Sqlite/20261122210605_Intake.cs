using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Intake : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_CleansingProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CleansingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CleansingProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_Cleansings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kinds = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Cleansings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_ConsentPurposes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ConsentPurposes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContactPoint = table.Column<string>(type: "TEXT", nullable: true),
                    IsGiven = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TextVersion = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_CustomerFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HasTitles = table.Column<bool>(type: "INTEGER", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    CallerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomerFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityDue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityDue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    ProposalKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProposalValues = table.Column<string>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityGroups",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityGroups", x => new { x.SubjectId, x.Dimension });
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityGroupSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subjects = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityGroupSnapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Parameters = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualityScores",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualityScores", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "customers_QualitySnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Subjects = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false),
                    Dismissed = table.Column<long>(type: "INTEGER", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_QualitySnapshots", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "customers_ConsentPurposes",
                columns: new[] { "Id", "Chinese", "Code", "English", "IsRetired", "Version" },
                values: new object[,]
                {
                    { new Guid("0193b500-0000-7000-8000-000000000001"), "订单与服务通知", "service", "Messages about orders and service", false, 1 },
                    { new Guid("0193b500-0000-7000-8000-000000000002"), "优惠与资讯", "marketing", "Offers and news", false, 1 },
                    { new Guid("0193b500-0000-7000-8000-000000000003"), "购买习惯分析", "profiling", "Evaluation of buying habits", false, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CleansingProposals_CleansingId_Number",
                table: "customers_CleansingProposals",
                columns: new[] { "CleansingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_CleansingProposals_CleansingId_State_CustomerId",
                table: "customers_CleansingProposals",
                columns: new[] { "CleansingId", "State", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CleansingProposals_CustomerId",
                table: "customers_CleansingProposals",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Cleansings_CreatedAt",
                table: "customers_Cleansings",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ConsentPurposes_Code",
                table: "customers_ConsentPurposes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Consents_CustomerId_Purpose_At",
                table: "customers_Consents",
                columns: new[] { "CustomerId", "Purpose", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerFiles_CallerId_CreatedAt",
                table: "customers_CustomerFiles",
                columns: new[] { "CallerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerFiles_CreatedAt",
                table: "customers_CustomerFiles",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerFiles_ExpiresAt",
                table: "customers_CustomerFiles",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerFiles_SubjectId",
                table: "customers_CustomerFiles",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityFindings_Check_State",
                table: "customers_QualityFindings",
                columns: new[] { "Check", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityFindings_FoundAt",
                table: "customers_QualityFindings",
                column: "FoundAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityFindings_OtherId",
                table: "customers_QualityFindings",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityFindings_SubjectId_Check",
                table: "customers_QualityFindings",
                columns: new[] { "SubjectId", "Check" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityGroups_Dimension_Value",
                table: "customers_QualityGroups",
                columns: new[] { "Dimension", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityGroupSnapshots_Dimension_Value_TakenAt",
                table: "customers_QualityGroupSnapshots",
                columns: new[] { "Dimension", "Value", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityGroupSnapshots_TakenAt",
                table: "customers_QualityGroupSnapshots",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityRules_Check",
                table: "customers_QualityRules",
                column: "Check",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualityScores_Score",
                table: "customers_QualityScores",
                column: "Score");

            migrationBuilder.CreateIndex(
                name: "IX_customers_QualitySnapshots_TakenAt",
                table: "customers_QualitySnapshots",
                column: "TakenAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_CleansingProposals");

            migrationBuilder.DropTable(
                name: "customers_Cleansings");

            migrationBuilder.DropTable(
                name: "customers_ConsentPurposes");

            migrationBuilder.DropTable(
                name: "customers_Consents");

            migrationBuilder.DropTable(
                name: "customers_CustomerFiles");

            migrationBuilder.DropTable(
                name: "customers_QualityDue");

            migrationBuilder.DropTable(
                name: "customers_QualityFindings");

            migrationBuilder.DropTable(
                name: "customers_QualityGroups");

            migrationBuilder.DropTable(
                name: "customers_QualityGroupSnapshots");

            migrationBuilder.DropTable(
                name: "customers_QualityRules");

            migrationBuilder.DropTable(
                name: "customers_QualityScores");

            migrationBuilder.DropTable(
                name: "customers_QualitySnapshots");
        }
    }
}
