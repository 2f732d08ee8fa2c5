using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Supply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sales_orders_Suppliers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    LeadTimeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Suppliers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReplenishmentRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReorderPoint = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReplenishmentRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReplenishmentRules_sales_orders_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "sales_orders_Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReplenishmentRules_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplierItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SupplierSku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    LeadTimeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    MinimumQuantity = table.Column<int>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplierItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplierItems_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplyOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplyOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplyOrders_sales_orders_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "sales_orders_Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_SupplyOrderLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitCost = table.Column<long>(type: "INTEGER", scale: 8, nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SupplyOrderId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_SupplyOrderLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_SupplyOrderLines_sales_orders_SupplyOrders_SupplyOrderId",
                        column: x => x.SupplyOrderId,
                        principalTable: "sales_orders_SupplyOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_ProductId_Warehouse",
                table: "sales_orders_ReplenishmentRules",
                columns: new[] { "ProductId", "Warehouse" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_Sku",
                table: "sales_orders_ReplenishmentRules",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReplenishmentRules_SupplierId",
                table: "sales_orders_ReplenishmentRules",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplierItems_SupplierId_ProductId",
                table: "sales_orders_SupplierItems",
                columns: new[] { "SupplierId", "ProductId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Suppliers_Code",
                table: "sales_orders_Suppliers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Suppliers_Name",
                table: "sales_orders_Suppliers",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrderLines_SupplyOrderId",
                table: "sales_orders_SupplyOrderLines",
                column: "SupplyOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_Number",
                table: "sales_orders_SupplyOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_State_Warehouse",
                table: "sales_orders_SupplyOrders",
                columns: new[] { "State", "Warehouse" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_SupplyOrders_SupplierId",
                table: "sales_orders_SupplyOrders",
                column: "SupplierId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_ReplenishmentRules");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplierItems");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplyOrderLines");

            migrationBuilder.DropTable(
                name: "sales_orders_SupplyOrders");

            migrationBuilder.DropTable(
                name: "sales_orders_Suppliers");
        }
    }
}
