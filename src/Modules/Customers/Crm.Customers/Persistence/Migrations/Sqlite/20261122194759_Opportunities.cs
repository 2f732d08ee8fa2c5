using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Opportunities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_Opportunities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    TypedAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Weighted = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpectedClose = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PipelineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ModelProbability = table.Column<long>(type: "INTEGER", nullable: false),
                    ManualProbability = table.Column<long>(type: "INTEGER", nullable: true),
                    ManualReason = table.Column<string>(type: "TEXT", nullable: true),
                    ModelCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ManualCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NextStep = table.Column<string>(type: "TEXT", nullable: true),
                    NextStepOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WantedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", nullable: true),
                    Competitors = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReasonNote = table.Column<string>(type: "TEXT", nullable: true),
                    LostTo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Opportunities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_OpportunitySnapshotDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OpportunitySnapshotDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "customers_OpportunitySnapshots",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PipelineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Weighted = table.Column<long>(type: "INTEGER", nullable: false),
                    ModelProbability = table.Column<long>(type: "INTEGER", nullable: false),
                    ManualProbability = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpectedClose = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OpportunitySnapshots", x => new { x.Day, x.OpportunityId });
                });

            migrationBuilder.CreateTable(
                name: "customers_OutcomeReasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OutcomeReasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_Pipelines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stages = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Pipelines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_OpportunityLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    DiscountRate = table.Column<long>(type: "INTEGER", nullable: false),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OpportunityLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_OpportunityLines_customers_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "customers_Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_OpportunityStays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PipelineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_OpportunityStays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_OpportunityStays_customers_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "customers_Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "customers_OutcomeReasons",
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
                table: "customers_Pipelines",
                columns: new[] { "Id", "Code", "IsActive", "IsDefault", "Name", "NameChinese", "Stages", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000200"), "standard", true, true, "Standard", "标准", "[{\"Code\":\"qualification\",\"Name\":\"Qualification\",\"NameChinese\":\"\\u8D44\\u683C\\u786E\\u8BA4\",\"Probability\":0.1,\"Category\":0},{\"Code\":\"needs\",\"Name\":\"Needs analysis\",\"NameChinese\":\"\\u9700\\u6C42\\u5206\\u6790\",\"Probability\":0.25,\"Category\":0},{\"Code\":\"proposal\",\"Name\":\"Proposal\",\"NameChinese\":\"\\u65B9\\u6848\\u62A5\\u4EF7\",\"Probability\":0.5,\"Category\":1},{\"Code\":\"negotiation\",\"Name\":\"Negotiation\",\"NameChinese\":\"\\u5546\\u52A1\\u8C08\\u5224\",\"Probability\":0.75,\"Category\":2},{\"Code\":\"verbal\",\"Name\":\"Verbal yes\",\"NameChinese\":\"\\u53E3\\u5934\\u786E\\u8BA4\",\"Probability\":0.9,\"Category\":2}]", 1 });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_Amount",
                table: "customers_Opportunities",
                column: "Amount");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_ClosedOn",
                table: "customers_Opportunities",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_CustomerId",
                table: "customers_Opportunities",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_ExpectedClose",
                table: "customers_Opportunities",
                column: "ExpectedClose");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_NextStepOn",
                table: "customers_Opportunities",
                column: "NextStepOn");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_OpenedAt",
                table: "customers_Opportunities",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_OwnerId",
                table: "customers_Opportunities",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_State_ExpectedClose",
                table: "customers_Opportunities",
                columns: new[] { "State", "ExpectedClose" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_Title",
                table: "customers_Opportunities",
                column: "Title");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Opportunities_UnitId",
                table: "customers_Opportunities",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_OpportunityLines_OpportunityId",
                table: "customers_OpportunityLines",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_OpportunitySnapshots_OpportunityId",
                table: "customers_OpportunitySnapshots",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_OpportunityStays_OpportunityId",
                table: "customers_OpportunityStays",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_OutcomeReasons_Outcome_Code",
                table: "customers_OutcomeReasons",
                columns: new[] { "Outcome", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_Pipelines_Code",
                table: "customers_Pipelines",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_OpportunityLines");

            migrationBuilder.DropTable(
                name: "customers_OpportunitySnapshotDays");

            migrationBuilder.DropTable(
                name: "customers_OpportunitySnapshots");

            migrationBuilder.DropTable(
                name: "customers_OpportunityStays");

            migrationBuilder.DropTable(
                name: "customers_OutcomeReasons");

            migrationBuilder.DropTable(
                name: "customers_Pipelines");

            migrationBuilder.DropTable(
                name: "customers_Opportunities");
        }
    }
}
