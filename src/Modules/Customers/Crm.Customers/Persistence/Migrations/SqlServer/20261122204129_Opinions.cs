using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Opinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Grade",
                schema: "customers",
                table: "Customers",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GradeValidUntil",
                schema: "customers",
                table: "Customers",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveredProducts",
                schema: "customers",
                columns: table => new
                {
                    ShipmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeliveredOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredProducts", x => new { x.ShipmentId, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rating = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsVerified = table.Column<bool>(type: "bit", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reply = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RepliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RepliedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsErased = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreCards",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    English = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Criteria = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Scale = table.Column<int>(type: "int", nullable: false),
                    Grades = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ValidDays = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreCards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Value = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScoreCardId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CardCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CardNumber = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Score = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    EvaluatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EvaluatedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evaluations_ScoreCards_ScoreCardId",
                        column: x => x.ScoreCardId,
                        principalSchema: "customers",
                        principalTable: "ScoreCards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Grade_GradeValidUntil",
                schema: "customers",
                table: "Customers",
                columns: new[] { "Grade", "GradeValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredProducts_CustomerId_ProductId",
                schema: "customers",
                table: "DeliveredProducts",
                columns: new[] { "CustomerId", "ProductId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredProducts_OrderId",
                schema: "customers",
                table: "DeliveredProducts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CustomerId_EvaluatedAt",
                schema: "customers",
                table: "Evaluations",
                columns: new[] { "CustomerId", "EvaluatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_EvaluatedAt",
                schema: "customers",
                table: "Evaluations",
                column: "EvaluatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ScoreCardId",
                schema: "customers",
                table: "Evaluations",
                column: "ScoreCardId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_CustomerId_SubmittedAt",
                schema: "customers",
                table: "Reviews",
                columns: new[] { "CustomerId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OrderId",
                schema: "customers",
                table: "Reviews",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ProductId_Status",
                schema: "customers",
                table: "Reviews",
                columns: new[] { "ProductId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_SubmittedAt",
                schema: "customers",
                table: "Reviews",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreCards_Code_Number",
                schema: "customers",
                table: "ScoreCards",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreCards_PublishedAt",
                schema: "customers",
                table: "ScoreCards",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_AnsweredAt",
                schema: "customers",
                table: "SurveyAnswers",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_CustomerId_AnsweredAt",
                schema: "customers",
                table: "SurveyAnswers",
                columns: new[] { "CustomerId", "AnsweredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveredProducts",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Evaluations",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Reviews",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "SurveyAnswers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ScoreCards",
                schema: "customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Grade_GradeValidUntil",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Grade",
                schema: "customers",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "GradeValidUntil",
                schema: "customers",
                table: "Customers");
        }
    }
}
