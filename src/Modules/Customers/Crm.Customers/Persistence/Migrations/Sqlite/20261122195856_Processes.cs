using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Processes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_ProcessDefinitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AllowsSeveral = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Graph = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ProcessDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_ProcessFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    BalanceAfter = table.Column<long>(type: "INTEGER", nullable: true),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ProcessFacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_Processes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Node = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_Processes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_Processes_customers_ProcessDefinitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "customers_ProcessDefinitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers_ProcessSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Node = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DwellSeconds = table.Column<long>(type: "INTEGER", nullable: true),
                    Transition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    ProcessId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ProcessSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customers_ProcessSteps_customers_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "customers_Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_ProcessValues",
                columns: table => new
                {
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProcessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_ProcessValues", x => new { x.ProcessId, x.Field });
                    table.ForeignKey(
                        name: "FK_customers_ProcessValues_customers_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "customers_Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "customers_ProcessDefinitions",
                columns: new[] { "Id", "AllowsSeveral", "Code", "Graph", "Name", "NameChinese", "Number", "PublishedAt", "State", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000300"), false, "sale", "{\"Nodes\":[{\"Key\":\"start\",\"Names\":{\"English\":\"Start\",\"Chinese\":\"\\u5F00\\u59CB\"}},{\"Key\":\"visit\",\"Kind\":\"Task\",\"Names\":{\"English\":\"Visit\",\"Chinese\":\"\\u62DC\\u8BBF\"}},{\"Key\":\"quote\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Quote\",\"Chinese\":\"\\u62A5\\u4EF7\"}},{\"Key\":\"order\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Order\",\"Chinese\":\"\\u8BA2\\u5355\"}},{\"Key\":\"payment\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Payment\",\"Chinese\":\"\\u4ED8\\u6B3E\"}},{\"Key\":\"delivery\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Delivery\",\"Chinese\":\"\\u4EA4\\u4ED8\"}},{\"Key\":\"content\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Afterwards\",\"Chinese\":\"\\u552E\\u540E\"}},{\"Key\":\"refund\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Refund\",\"Chinese\":\"\\u9000\\u6B3E\"}},{\"Key\":\"closed\",\"Kind\":\"End\",\"Names\":{\"English\":\"Closed\",\"Chinese\":\"\\u5DF2\\u5B8C\\u6210\"}},{\"Key\":\"lost\",\"Kind\":\"End\",\"Names\":{\"English\":\"Lost\",\"Chinese\":\"\\u5DF2\\u6D41\\u5931\"}}],\"Transitions\":[{\"Key\":\"begin\",\"From\":\"start\",\"To\":\"visit\",\"Names\":{\"English\":\"Begin\",\"Chinese\":\"\\u5F00\\u59CB\"}},{\"Key\":\"visited\",\"From\":\"visit\",\"To\":\"quote\",\"Names\":{\"English\":\"Interested\",\"Chinese\":\"\\u6709\\u610F\\u5411\"},\"RequiredFields\":[\"data.visitedOn\"],\"LimitWorkingDays\":10},{\"Key\":\"not-interested\",\"From\":\"visit\",\"To\":\"lost\",\"Names\":{\"English\":\"Not interested\",\"Chinese\":\"\\u65E0\\u610F\\u5411\"}},{\"Key\":\"quoted\",\"From\":\"quote\",\"To\":\"order\",\"Names\":{\"English\":\"Quote sent\",\"Chinese\":\"\\u5DF2\\u62A5\\u4EF7\"},\"On\":\"quoteSent\"},{\"Key\":\"ordered-at-once\",\"From\":\"quote\",\"To\":\"payment\",\"Names\":{\"English\":\"Ordered without a quote\",\"Chinese\":\"\\u76F4\\u63A5\\u4E0B\\u5355\"},\"On\":\"orderConfirmed\"},{\"Key\":\"goes-without-quote\",\"From\":\"quote\",\"To\":\"order\",\"Names\":{\"English\":\"Wants no quote\",\"Chinese\":\"\\u65E0\\u9700\\u62A5\\u4EF7\"},\"LimitWorkingDays\":5},{\"Key\":\"declined\",\"From\":\"quote\",\"To\":\"lost\",\"Names\":{\"English\":\"Declined\",\"Chinese\":\"\\u5DF2\\u62D2\\u7EDD\"}},{\"Key\":\"confirmed\",\"From\":\"order\",\"To\":\"payment\",\"Names\":{\"English\":\"Order confirmed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u786E\\u8BA4\"},\"On\":\"orderConfirmed\"},{\"Key\":\"expired\",\"From\":\"order\",\"To\":\"quote\",\"Names\":{\"English\":\"Quote expired\",\"Chinese\":\"\\u62A5\\u4EF7\\u8FC7\\u671F\"},\"On\":\"quoteExpired\"},{\"Key\":\"cancelled\",\"From\":\"order\",\"To\":\"lost\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"no-order\",\"From\":\"order\",\"To\":\"lost\",\"Names\":{\"English\":\"Ordered nothing\",\"Chinese\":\"\\u672A\\u4E0B\\u5355\"},\"LimitWorkingDays\":20},{\"Key\":\"paid\",\"From\":\"payment\",\"To\":\"delivery\",\"Names\":{\"English\":\"Paid in full\",\"Chinese\":\"\\u5DF2\\u4ED8\\u6E05\"},\"Guard\":{\"Field\":\"event.balanceAfter\",\"Is\":\"AtMost\",\"Values\":[\"0\"]},\"On\":\"paymentCaptured\"},{\"Key\":\"completed-unasked\",\"From\":\"payment\",\"To\":\"content\",\"Names\":{\"English\":\"Order completed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u5B8C\\u6210\"},\"On\":\"orderCompleted\"},{\"Key\":\"cancelled-unpaid\",\"From\":\"payment\",\"To\":\"lost\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"pays-later\",\"From\":\"payment\",\"To\":\"delivery\",\"Names\":{\"English\":\"Pays later\",\"Chinese\":\"\\u8D4A\\u9500\"},\"Permission\":\"sales-orders.credit.allow\",\"LimitWorkingDays\":30},{\"Key\":\"delivered\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"All delivered\",\"Chinese\":\"\\u5168\\u90E8\\u9001\\u8FBE\"},\"Guard\":{\"Field\":\"event.isComplete\",\"Is\":\"Equal\",\"Values\":[\"true\"]},\"On\":\"shipmentDelivered\"},{\"Key\":\"completed\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"Order completed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u5B8C\\u6210\"},\"On\":\"orderCompleted\"},{\"Key\":\"cancelled-paid\",\"From\":\"delivery\",\"To\":\"refund\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"handed-over\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"Handed over\",\"Chinese\":\"\\u5DF2\\u5F53\\u9762\\u4EA4\\u4ED8\"},\"LimitWorkingDays\":15},{\"Key\":\"returned\",\"From\":\"content\",\"To\":\"refund\",\"Names\":{\"English\":\"Goods came back\",\"Chinese\":\"\\u6536\\u5230\\u9000\\u8D27\"},\"On\":\"returnReceived\"},{\"Key\":\"refunded-at-once\",\"From\":\"content\",\"To\":\"closed\",\"Names\":{\"English\":\"Refunded\",\"Chinese\":\"\\u5DF2\\u9000\\u6B3E\"},\"On\":\"refundSettled\"},{\"Key\":\"satisfied\",\"From\":\"content\",\"To\":\"closed\",\"Names\":{\"English\":\"Satisfied\",\"Chinese\":\"\\u5BA2\\u6237\\u6EE1\\u610F\"},\"LimitWorkingDays\":20},{\"Key\":\"refunded\",\"From\":\"refund\",\"To\":\"closed\",\"Names\":{\"English\":\"Refunded\",\"Chinese\":\"\\u5DF2\\u9000\\u6B3E\"},\"On\":\"refundSettled\"},{\"Key\":\"no-refund\",\"From\":\"refund\",\"To\":\"closed\",\"Names\":{\"English\":\"Nothing to refund\",\"Chinese\":\"\\u65E0\\u9700\\u9000\\u6B3E\"},\"LimitWorkingDays\":5}],\"Fields\":[{\"Key\":\"visitedOn\",\"Names\":{\"English\":\"visited on\",\"Chinese\":\"\\u62DC\\u8BBF\\u65E5\\u671F\"},\"Kind\":\"Date\"},{\"Key\":\"outcome\",\"Names\":{\"English\":\"outcome of the visit\",\"Chinese\":\"\\u62DC\\u8BBF\\u7ED3\\u679C\"}}],\"Start\":{\"Key\":\"start\",\"Names\":{\"English\":\"Start\",\"Chinese\":\"\\u5F00\\u59CB\"}}}", "Sale", "销售", 1, 639028224000000000L, "Published", 1 });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ProcessDefinitions_Code_Number",
                table: "customers_ProcessDefinitions",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_ProcessDefinitions_PublishedAt",
                table: "customers_ProcessDefinitions",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_Code_OrderId",
                table: "customers_Processes",
                columns: new[] { "Code", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_CustomerId",
                table: "customers_Processes",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_DefinitionId",
                table: "customers_Processes",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_DueAt",
                table: "customers_Processes",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_EndedAt",
                table: "customers_Processes",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_StartedAt",
                table: "customers_Processes",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Processes_State_DueAt",
                table: "customers_Processes",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ProcessFacts_CustomerId_OccurredAt",
                table: "customers_ProcessFacts",
                columns: new[] { "CustomerId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_ProcessFacts_OrderId",
                table: "customers_ProcessFacts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_customers_ProcessSteps_ProcessId_Number",
                table: "customers_ProcessSteps",
                columns: new[] { "ProcessId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_ProcessFacts");

            migrationBuilder.DropTable(
                name: "customers_ProcessSteps");

            migrationBuilder.DropTable(
                name: "customers_ProcessValues");

            migrationBuilder.DropTable(
                name: "customers_Processes");

            migrationBuilder.DropTable(
                name: "customers_ProcessDefinitions");
        }
    }
}
