using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Opinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Grade",
                table: "customers_Customers",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GradeValidUntil",
                table: "customers_Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_DeliveredProducts",
                columns: table => new
                {
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_DeliveredProducts", x => new { x.ShipmentId, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "customers_Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    RepliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RepliedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsErased = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_Reviews_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_ScoreCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    Scale = table.Column<int>(type: "INTEGER", nullable: false),
                    Grades = table.Column<string>(type: "TEXT", nullable: false),
                    ValidDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ScoreCards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_SurveyAnswers_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScoreCardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CardCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CardNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EvaluatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EvaluatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_Evaluations_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_customers_Evaluations_customers_ScoreCards_ScoreCardId",
                        column: x => x.ScoreCardId,
                        principalTable: "customers_ScoreCards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_Grade_GradeValidUntil",
                table: "customers_Customers",
                columns: new[] { "Grade", "GradeValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_DeliveredProducts_CustomerId_ProductId",
                table: "customers_DeliveredProducts",
                columns: new[] { "CustomerId", "ProductId" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_DeliveredProducts_OrderId",
                table: "customers_DeliveredProducts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Evaluations_CustomerId_EvaluatedAt",
                table: "customers_Evaluations",
                columns: new[] { "CustomerId", "EvaluatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Evaluations_EvaluatedAt",
                table: "customers_Evaluations",
                column: "EvaluatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Evaluations_ScoreCardId",
                table: "customers_Evaluations",
                column: "ScoreCardId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Reviews_CustomerId_SubmittedAt",
                table: "customers_Reviews",
                columns: new[] { "CustomerId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Reviews_OrderId",
                table: "customers_Reviews",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Reviews_ProductId_Status",
                table: "customers_Reviews",
                columns: new[] { "ProductId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Reviews_SubmittedAt",
                table: "customers_Reviews",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ScoreCards_Code_Number",
                table: "customers_ScoreCards",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_ScoreCards_PublishedAt",
                table: "customers_ScoreCards",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_SurveyAnswers_AnsweredAt",
                table: "customers_SurveyAnswers",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_SurveyAnswers_CustomerId_AnsweredAt",
                table: "customers_SurveyAnswers",
                columns: new[] { "CustomerId", "AnsweredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_DeliveredProducts");

            migrationBuilder.DropTable(
                name: "customers_Evaluations");

            migrationBuilder.DropTable(
                name: "customers_Reviews");

            migrationBuilder.DropTable(
                name: "customers_SurveyAnswers");

            migrationBuilder.DropTable(
                name: "customers_ScoreCards");

            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_Grade_GradeValidUntil",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "Grade",
                table: "customers_Customers");

            migrationBuilder.DropColumn(
                name: "GradeValidUntil",
                table: "customers_Customers");
        }
    }
}
