using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsStocked",
                table: "sales_orders_ReturnLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ActiveFrom",
                table: "sales_orders_Products",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ActiveTo",
                table: "sales_orders_Products",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CurrentCost",
                table: "sales_orders_Products",
                type: "INTEGER",
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTracked",
                table: "sales_orders_Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "TaxClass",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnitOfMeasure",
                table: "sales_orders_Products",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CostKind",
                table: "sales_orders_OrderLines",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStocked",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "sales_orders_Categories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Parent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TaxClass = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Categories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ProductCosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ProductCosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ProductCosts_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_UnitsOfMeasure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_UnitsOfMeasure", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Products_UnitOfMeasure",
                table: "sales_orders_Products",
                column: "UnitOfMeasure");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Categories_Code",
                table: "sales_orders_Categories",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Categories_Parent",
                table: "sales_orders_Categories",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ProductCosts_ProductId_RecordedAt",
                table: "sales_orders_ProductCosts",
                columns: new[] { "ProductId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_UnitsOfMeasure_Code",
                table: "sales_orders_UnitsOfMeasure",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_Categories");

            migrationBuilder.DropTable(
                name: "sales_orders_ProductCosts");

            migrationBuilder.DropTable(
                name: "sales_orders_UnitsOfMeasure");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Products_UnitOfMeasure",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "IsStocked",
                table: "sales_orders_ReturnLines");

            migrationBuilder.DropColumn(
                name: "ActiveFrom",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "ActiveTo",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "CurrentCost",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "IsTracked",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "TaxClass",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "UnitOfMeasure",
                table: "sales_orders_Products");

            migrationBuilder.DropColumn(
                name: "CostKind",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "IsStocked",
                table: "sales_orders_OrderLines");
        }
    }
}
