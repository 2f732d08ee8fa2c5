using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChannelsAndRates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Channel",
                schema: "sales_orders",
                table: "Orders",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40);

            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "Orders",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "Orders",
                type: "numeric(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyCredit",
                schema: "sales_orders",
                table: "JournalLines",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyDebit",
                schema: "sales_orders",
                table: "JournalLines",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "JournalEntries",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "JournalEntries",
                type: "numeric(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "Invoices",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "Invoices",
                type: "numeric(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Channel",
                schema: "sales_orders",
                table: "ApprovalRules",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "Channels",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    PriceGroup = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    NumberPattern = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    PaymentPolicy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Warehouses = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExchangeRates",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    To = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Rate = table.Column<decimal>(type: "numeric(28,8)", precision: 28, scale: 8, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRates", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "sales_orders",
                table: "Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000019"), "", "Rounding differences", "6990", "Rounding", 1 });

            migrationBuilder.InsertData(
                schema: "sales_orders",
                table: "Channels",
                columns: new[] { "Id", "Code", "IsActive", "Kind", "Name", "NameChinese", "NumberPattern", "PaymentPolicy", "PriceGroup", "Version", "Warehouses" },
                values: new object[,]
                {
                    { new Guid("01930000-0000-7000-8000-000000000100"), "shop", true, "Shop", "Shop", "门店", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000101"), "web", true, "Web", "Web", "网站", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000102"), "phone", true, "Phone", "Phone", "电话", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000103"), "social", true, "Social", "Social", "社交媒体", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000104"), "marketplace", true, "Marketplace", "Marketplace", "电商平台", null, null, null, 1, "[]" },
                    { new Guid("01930000-0000-7000-8000-000000000105"), "partner", true, "Partner", "Partner", "合作伙伴", null, null, null, 1, "[]" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Channels_Code",
                schema: "sales_orders",
                table: "Channels",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_Currency_To_On",
                schema: "sales_orders",
                table: "ExchangeRates",
                columns: new[] { "Currency", "To", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_On",
                schema: "sales_orders",
                table: "ExchangeRates",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Channels",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "ExchangeRates",
                schema: "sales_orders");

            migrationBuilder.DeleteData(
                schema: "sales_orders",
                table: "Accounts",
                keyColumn: "Id",
                keyValue: new Guid("01930000-0000-7000-8000-000000000019"));

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CompanyCredit",
                schema: "sales_orders",
                table: "JournalLines");

            migrationBuilder.DropColumn(
                name: "CompanyDebit",
                schema: "sales_orders",
                table: "JournalLines");

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "JournalEntries");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "JournalEntries");

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                schema: "sales_orders",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                schema: "sales_orders",
                table: "Invoices");

            migrationBuilder.AlterColumn<string>(
                name: "Channel",
                schema: "sales_orders",
                table: "Orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60);

            migrationBuilder.AlterColumn<string>(
                name: "Channel",
                schema: "sales_orders",
                table: "ApprovalRules",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60,
                oldNullable: true);
        }
    }
}
