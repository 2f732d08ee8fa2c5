using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Opportunities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Opportunities",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    TypedAmount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Weighted = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ExpectedClose = table.Column<DateOnly>(type: "date", nullable: false),
                    PipelineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ModelProbability = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ManualProbability = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    ManualReason = table.Column<string>(type: "text", nullable: true),
                    ModelCategory = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ManualCategory = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NextStep = table.Column<string>(type: "text", nullable: true),
                    NextStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WantedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: true),
                    Competitors = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DeletedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReasonNote = table.Column<string>(type: "text", nullable: true),
                    LostTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opportunities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpportunitySnapshotDays",
                schema: "customers",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunitySnapshotDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "OpportunitySnapshots",
                schema: "customers",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    PipelineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Weighted = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ModelProbability = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ManualProbability = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    ExpectedClose = table.Column<DateOnly>(type: "date", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunitySnapshots", x => new { x.Day, x.OpportunityId });
                });

            migrationBuilder.CreateTable(
                name: "OutcomeReasons",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeReasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pipelines",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    IsDefault = table.Column<bool>(type: "boolean", nullable: false),
                    Stages = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pipelines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpportunityLines",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sku = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Quantity = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    UnitPrice = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: true),
                    DiscountRate = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunityLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpportunityLines_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalSchema: "customers",
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpportunityStays",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PipelineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunityStays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpportunityStays_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalSchema: "customers",
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "customers",
                table: "OutcomeReasons",
                columns: new[] { "Id", "Code", "IsActive", "Name", "NameChinese", "Outcome", "Version" },
                values: new object[,]
                {
                    { new Guid("01930000-0000-7000-8000-000000000201"), "price", true, "Best price", "价格最优", "Won", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000202"), "product", true, "Best product", "产品最合适", "Won", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000203"), "relationship", true, "Trust in us", "客户信任", "Won", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000204"), "service", true, "Best service", "服务最好", "Won", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000205"), "price", true, "Too expensive", "价格过高", "Lost", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000206"), "product", true, "Product does not fit", "产品不合适", "Lost", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000207"), "competitor", true, "A competitor was better", "竞争对手胜出", "Lost", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000208"), "no-budget", true, "No budget", "没有预算", "Lost", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000209"), "no-decision", true, "Nothing was decided", "客户未作决定", "Lost", 1 },
                    { new Guid("01930000-0000-7000-8000-000000000210"), "timing", true, "Not now", "时机不对", "Lost", 1 }
                });

            migrationBuilder.InsertData(
                schema: "customers",
                table: "Pipelines",
                columns: new[] { "Id", "Code", "IsActive", "IsDefault", "Name", "NameChinese", "Stages", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000200"), "standard", true, true, "Standard", "标准", "[{\"Code\":\"qualification\",\"Name\":\"Qualification\",\"NameChinese\":\"\\u8D44\\u683C\\u786E\\u8BA4\",\"Probability\":0.1,\"Category\":0},{\"Code\":\"needs\",\"Name\":\"Needs analysis\",\"NameChinese\":\"\\u9700\\u6C42\\u5206\\u6790\",\"Probability\":0.25,\"Category\":0},{\"Code\":\"proposal\",\"Name\":\"Proposal\",\"NameChinese\":\"\\u65B9\\u6848\\u62A5\\u4EF7\",\"Probability\":0.5,\"Category\":1},{\"Code\":\"negotiation\",\"Name\":\"Negotiation\",\"NameChinese\":\"\\u5546\\u52A1\\u8C08\\u5224\",\"Probability\":0.75,\"Category\":2},{\"Code\":\"verbal\",\"Name\":\"Verbal yes\",\"NameChinese\":\"\\u53E3\\u5934\\u786E\\u8BA4\",\"Probability\":0.9,\"Category\":2}]", 1 });

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_Amount",
                schema: "customers",
                table: "Opportunities",
                column: "Amount");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_ClosedOn",
                schema: "customers",
                table: "Opportunities",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_CustomerId",
                schema: "customers",
                table: "Opportunities",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_ExpectedClose",
                schema: "customers",
                table: "Opportunities",
                column: "ExpectedClose");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_NextStepOn",
                schema: "customers",
                table: "Opportunities",
                column: "NextStepOn");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_OpenedAt",
                schema: "customers",
                table: "Opportunities",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_OwnerId",
                schema: "customers",
                table: "Opportunities",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_State_ExpectedClose",
                schema: "customers",
                table: "Opportunities",
                columns: new[] { "State", "ExpectedClose" });

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_Title",
                schema: "customers",
                table: "Opportunities",
                column: "Title");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_UnitId",
                schema: "customers",
                table: "Opportunities",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityLines_OpportunityId",
                schema: "customers",
                table: "OpportunityLines",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_OpportunitySnapshots_OpportunityId",
                schema: "customers",
                table: "OpportunitySnapshots",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityStays_OpportunityId",
                schema: "customers",
                table: "OpportunityStays",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReasons_Outcome_Code",
                schema: "customers",
                table: "OutcomeReasons",
                columns: new[] { "Outcome", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pipelines_Code",
                schema: "customers",
                table: "Pipelines",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpportunityLines",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "OpportunitySnapshotDays",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "OpportunitySnapshots",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "OpportunityStays",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "OutcomeReasons",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Pipelines",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Opportunities",
                schema: "customers");
        }
    }
}
