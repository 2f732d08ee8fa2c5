using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChannelsAndRates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                table: "sales_orders_Orders",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyRate",
                table: "sales_orders_Orders",
                type: "INTEGER",
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyCredit",
                table: "sales_orders_JournalLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyDebit",
                table: "sales_orders_JournalLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                table: "sales_orders_JournalEntries",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyRate",
                table: "sales_orders_JournalEntries",
                type: "INTEGER",
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompanyCurrency",
                table: "sales_orders_Invoices",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CompanyRate",
                table: "sales_orders_Invoices",
                type: "INTEGER",
                scale: 8,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_Channels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    PriceGroup = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NumberPattern = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PaymentPolicy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Warehouses = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rate = table.Column<long>(type: "INTEGER", scale: 8, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ExchangeRates", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Accounts",
                columns: new[] { "Id", "Purpose", "Name", "Number", "Role", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000019"), "", "Rounding differences", "6990", "Rounding", 1 });

            migrationBuilder.InsertData(
                table: "sales_orders_Channels",
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
                name: "IX_sales_orders_Channels_Code",
                table: "sales_orders_Channels",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ExchangeRates_Currency_To_On",
                table: "sales_orders_ExchangeRates",
                columns: new[] { "Currency", "To", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ExchangeRates_On",
                table: "sales_orders_ExchangeRates",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_Channels");

            migrationBuilder.DropTable(
                name: "sales_orders_ExchangeRates");

            migrationBuilder.DeleteData(
                table: "sales_orders_Accounts",
                keyColumn: "Id",
                keyValue: new Guid("01930000-0000-7000-8000-000000000019"));

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "CompanyCredit",
                table: "sales_orders_JournalLines");

            migrationBuilder.DropColumn(
                name: "CompanyDebit",
                table: "sales_orders_JournalLines");

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                table: "sales_orders_JournalEntries");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                table: "sales_orders_JournalEntries");

            migrationBuilder.DropColumn(
                name: "CompanyCurrency",
                table: "sales_orders_Invoices");

            migrationBuilder.DropColumn(
                name: "CompanyRate",
                table: "sales_orders_Invoices");
        }
    }
}
