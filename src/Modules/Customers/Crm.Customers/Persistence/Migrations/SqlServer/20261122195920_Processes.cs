using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Processes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProcessDefinitions",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AllowsSeveral = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Graph = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProcessFacts",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OccurredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    BalanceAfter = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    IsComplete = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessFacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Processes",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Node = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Processes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Processes_ProcessDefinitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalSchema: "customers",
                        principalTable: "ProcessDefinitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProcessSteps",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Node = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DwellSeconds = table.Column<long>(type: "bigint", nullable: true),
                    Transition = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FactId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ProcessId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProcessSteps_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalSchema: "customers",
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProcessValues",
                schema: "customers",
                columns: table => new
                {
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProcessId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessValues", x => new { x.ProcessId, x.Field });
                    table.ForeignKey(
                        name: "FK_ProcessValues_Processes_ProcessId",
                        column: x => x.ProcessId,
                        principalSchema: "customers",
                        principalTable: "Processes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "customers",
                table: "ProcessDefinitions",
                columns: new[] { "Id", "AllowsSeveral", "Code", "Graph", "Name", "NameChinese", "Number", "PublishedAt", "State", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000300"), false, "sale", "{\"Nodes\":[{\"Key\":\"start\",\"Names\":{\"English\":\"Start\",\"Chinese\":\"\\u5F00\\u59CB\"}},{\"Key\":\"visit\",\"Kind\":\"Task\",\"Names\":{\"English\":\"Visit\",\"Chinese\":\"\\u62DC\\u8BBF\"}},{\"Key\":\"quote\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Quote\",\"Chinese\":\"\\u62A5\\u4EF7\"}},{\"Key\":\"order\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Order\",\"Chinese\":\"\\u8BA2\\u5355\"}},{\"Key\":\"payment\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Payment\",\"Chinese\":\"\\u4ED8\\u6B3E\"}},{\"Key\":\"delivery\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Delivery\",\"Chinese\":\"\\u4EA4\\u4ED8\"}},{\"Key\":\"content\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Afterwards\",\"Chinese\":\"\\u552E\\u540E\"}},{\"Key\":\"refund\",\"Kind\":\"Wait\",\"Names\":{\"English\":\"Refund\",\"Chinese\":\"\\u9000\\u6B3E\"}},{\"Key\":\"closed\",\"Kind\":\"End\",\"Names\":{\"English\":\"Closed\",\"Chinese\":\"\\u5DF2\\u5B8C\\u6210\"}},{\"Key\":\"lost\",\"Kind\":\"End\",\"Names\":{\"English\":\"Lost\",\"Chinese\":\"\\u5DF2\\u6D41\\u5931\"}}],\"Transitions\":[{\"Key\":\"begin\",\"From\":\"start\",\"To\":\"visit\",\"Names\":{\"English\":\"Begin\",\"Chinese\":\"\\u5F00\\u59CB\"}},{\"Key\":\"visited\",\"From\":\"visit\",\"To\":\"quote\",\"Names\":{\"English\":\"Interested\",\"Chinese\":\"\\u6709\\u610F\\u5411\"},\"RequiredFields\":[\"data.visitedOn\"],\"LimitWorkingDays\":10},{\"Key\":\"not-interested\",\"From\":\"visit\",\"To\":\"lost\",\"Names\":{\"English\":\"Not interested\",\"Chinese\":\"\\u65E0\\u610F\\u5411\"}},{\"Key\":\"quoted\",\"From\":\"quote\",\"To\":\"order\",\"Names\":{\"English\":\"Quote sent\",\"Chinese\":\"\\u5DF2\\u62A5\\u4EF7\"},\"On\":\"quoteSent\"},{\"Key\":\"ordered-at-once\",\"From\":\"quote\",\"To\":\"payment\",\"Names\":{\"English\":\"Ordered without a quote\",\"Chinese\":\"\\u76F4\\u63A5\\u4E0B\\u5355\"},\"On\":\"orderConfirmed\"},{\"Key\":\"goes-without-quote\",\"From\":\"quote\",\"To\":\"order\",\"Names\":{\"English\":\"Wants no quote\",\"Chinese\":\"\\u65E0\\u9700\\u62A5\\u4EF7\"},\"LimitWorkingDays\":5},{\"Key\":\"declined\",\"From\":\"quote\",\"To\":\"lost\",\"Names\":{\"English\":\"Declined\",\"Chinese\":\"\\u5DF2\\u62D2\\u7EDD\"}},{\"Key\":\"confirmed\",\"From\":\"order\",\"To\":\"payment\",\"Names\":{\"English\":\"Order confirmed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u786E\\u8BA4\"},\"On\":\"orderConfirmed\"},{\"Key\":\"expired\",\"From\":\"order\",\"To\":\"quote\",\"Names\":{\"English\":\"Quote expired\",\"Chinese\":\"\\u62A5\\u4EF7\\u8FC7\\u671F\"},\"On\":\"quoteExpired\"},{\"Key\":\"cancelled\",\"From\":\"order\",\"To\":\"lost\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"no-order\",\"From\":\"order\",\"To\":\"lost\",\"Names\":{\"English\":\"Ordered nothing\",\"Chinese\":\"\\u672A\\u4E0B\\u5355\"},\"LimitWorkingDays\":20},{\"Key\":\"paid\",\"From\":\"payment\",\"To\":\"delivery\",\"Names\":{\"English\":\"Paid in full\",\"Chinese\":\"\\u5DF2\\u4ED8\\u6E05\"},\"Guard\":{\"Field\":\"event.balanceAfter\",\"Is\":\"AtMost\",\"Values\":[\"0\"]},\"On\":\"paymentCaptured\"},{\"Key\":\"completed-unasked\",\"From\":\"payment\",\"To\":\"content\",\"Names\":{\"English\":\"Order completed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u5B8C\\u6210\"},\"On\":\"orderCompleted\"},{\"Key\":\"cancelled-unpaid\",\"From\":\"payment\",\"To\":\"lost\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"pays-later\",\"From\":\"payment\",\"To\":\"delivery\",\"Names\":{\"English\":\"Pays later\",\"Chinese\":\"\\u8D4A\\u9500\"},\"Permission\":\"sales-orders.credit.allow\",\"LimitWorkingDays\":30},{\"Key\":\"delivered\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"All delivered\",\"Chinese\":\"\\u5168\\u90E8\\u9001\\u8FBE\"},\"Guard\":{\"Field\":\"event.isComplete\",\"Is\":\"Equal\",\"Values\":[\"true\"]},\"On\":\"shipmentDelivered\"},{\"Key\":\"completed\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"Order completed\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u5B8C\\u6210\"},\"On\":\"orderCompleted\"},{\"Key\":\"cancelled-paid\",\"From\":\"delivery\",\"To\":\"refund\",\"Names\":{\"English\":\"Order cancelled\",\"Chinese\":\"\\u8BA2\\u5355\\u5DF2\\u53D6\\u6D88\"},\"On\":\"orderCancelled\"},{\"Key\":\"handed-over\",\"From\":\"delivery\",\"To\":\"content\",\"Names\":{\"English\":\"Handed over\",\"Chinese\":\"\\u5DF2\\u5F53\\u9762\\u4EA4\\u4ED8\"},\"LimitWorkingDays\":15},{\"Key\":\"returned\",\"From\":\"content\",\"To\":\"refund\",\"Names\":{\"English\":\"Goods came back\",\"Chinese\":\"\\u6536\\u5230\\u9000\\u8D27\"},\"On\":\"returnReceived\"},{\"Key\":\"refunded-at-once\",\"From\":\"content\",\"To\":\"closed\",\"Names\":{\"English\":\"Refunded\",\"Chinese\":\"\\u5DF2\\u9000\\u6B3E\"},\"On\":\"refundSettled\"},{\"Key\":\"satisfied\",\"From\":\"content\",\"To\":\"closed\",\"Names\":{\"English\":\"Satisfied\",\"Chinese\":\"\\u5BA2\\u6237\\u6EE1\\u610F\"},\"LimitWorkingDays\":20},{\"Key\":\"refunded\",\"From\":\"refund\",\"To\":\"closed\",\"Names\":{\"English\":\"Refunded\",\"Chinese\":\"\\u5DF2\\u9000\\u6B3E\"},\"On\":\"refundSettled\"},{\"Key\":\"no-refund\",\"From\":\"refund\",\"To\":\"closed\",\"Names\":{\"English\":\"Nothing to refund\",\"Chinese\":\"\\u65E0\\u9700\\u9000\\u6B3E\"},\"LimitWorkingDays\":5}],\"Fields\":[{\"Key\":\"visitedOn\",\"Names\":{\"English\":\"visited on\",\"Chinese\":\"\\u62DC\\u8BBF\\u65E5\\u671F\"},\"Kind\":\"Date\"},{\"Key\":\"outcome\",\"Names\":{\"English\":\"outcome of the visit\",\"Chinese\":\"\\u62DC\\u8BBF\\u7ED3\\u679C\"}}],\"Start\":{\"Key\":\"start\",\"Names\":{\"English\":\"Start\",\"Chinese\":\"\\u5F00\\u59CB\"}}}", "Sale", "销售", 1, new DateTimeOffset(new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), "Published", 1 });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessDefinitions_Code_Number",
                schema: "customers",
                table: "ProcessDefinitions",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProcessDefinitions_PublishedAt",
                schema: "customers",
                table: "ProcessDefinitions",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_Code_OrderId",
                schema: "customers",
                table: "Processes",
                columns: new[] { "Code", "OrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_Processes_CustomerId",
                schema: "customers",
                table: "Processes",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_DefinitionId",
                schema: "customers",
                table: "Processes",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_DueAt",
                schema: "customers",
                table: "Processes",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_EndedAt",
                schema: "customers",
                table: "Processes",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_StartedAt",
                schema: "customers",
                table: "Processes",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Processes_State_DueAt",
                schema: "customers",
                table: "Processes",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessFacts_CustomerId_OccurredAt",
                schema: "customers",
                table: "ProcessFacts",
                columns: new[] { "CustomerId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProcessFacts_OrderId",
                schema: "customers",
                table: "ProcessFacts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_ProcessSteps_ProcessId_Number",
                schema: "customers",
                table: "ProcessSteps",
                columns: new[] { "ProcessId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProcessFacts",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ProcessSteps",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ProcessValues",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "Processes",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "ProcessDefinitions",
                schema: "customers");
        }
    }
}
