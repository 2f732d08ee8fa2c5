using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsStocked",
                schema: "sales_orders",
                table: "ReturnLines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ActiveFrom",
                schema: "sales_orders",
                table: "Products",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ActiveTo",
                schema: "sales_orders",
                table: "Products",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CurrentCost",
                schema: "sales_orders",
                table: "Products",
                type: "decimal(28,8)",
                precision: 28,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTracked",
                schema: "sales_orders",
                table: "Products",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "TaxClass",
                schema: "sales_orders",
                table: "Products",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnitOfMeasure",
                schema: "sales_orders",
                table: "Products",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CostKind",
                schema: "sales_orders",
                table: "OrderLines",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStocked",
                schema: "sales_orders",
                table: "OrderLines",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "Categories",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Parent = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    TaxClass = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProductCosts",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Cost = table.Column<decimal>(type: "decimal(28,8)", precision: 28, scale: 8, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Units = table.Column<int>(type: "int", nullable: true),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductCosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProductCosts_Products_ProductId",
                        column: x => x.ProductId,
                        principalSchema: "sales_orders",
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnitsOfMeasure",
                schema: "sales_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitsOfMeasure", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Products_UnitOfMeasure",
                schema: "sales_orders",
                table: "Products",
                column: "UnitOfMeasure");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Code",
                schema: "sales_orders",
                table: "Categories",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Parent",
                schema: "sales_orders",
                table: "Categories",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_ProductCosts_ProductId_RecordedAt",
                schema: "sales_orders",
                table: "ProductCosts",
                columns: new[] { "ProductId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitsOfMeasure_Code",
                schema: "sales_orders",
                table: "UnitsOfMeasure",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Categories",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "ProductCosts",
                schema: "sales_orders");

            migrationBuilder.DropTable(
                name: "UnitsOfMeasure",
                schema: "sales_orders");

            migrationBuilder.DropIndex(
                name: "IX_Products_UnitOfMeasure",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "IsStocked",
                schema: "sales_orders",
                table: "ReturnLines");

            migrationBuilder.DropColumn(
                name: "ActiveFrom",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ActiveTo",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "CurrentCost",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "IsTracked",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "TaxClass",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "UnitOfMeasure",
                schema: "sales_orders",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "CostKind",
                schema: "sales_orders",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "IsStocked",
                schema: "sales_orders",
                table: "OrderLines");
        }
    }
}
