using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Warehousing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Because",
                table: "sales_orders_StockMovements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DocumentId",
                table: "sales_orders_StockMovements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Incoming",
                table: "sales_orders_StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsBelowReorderPoint",
                table: "sales_orders_StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReorderPoint",
                table: "sales_orders_StockLevels",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reserved",
                table: "sales_orders_StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SafetyStock",
                table: "sales_orders_StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsBackOrder",
                table: "sales_orders_Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "ReservationId",
                table: "sales_orders_Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BackOrdered",
                table: "sales_orders_OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sales_orders_Reservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Reservations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Warehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromWarehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToWarehouse = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockTransfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_Warehouses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ChannelMask = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_Warehouses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_ReservationLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    ReservationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_ReservationLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_ReservationLines_sales_orders_Reservations_ReservationId",
                        column: x => x.ReservationId,
                        principalTable: "sales_orders_Reservations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockCountLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Counted = table.Column<int>(type: "INTEGER", nullable: false),
                    Booked = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StockCountId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockCountLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockCountLines_sales_orders_StockCounts_StockCountId",
                        column: x => x.StockCountId,
                        principalTable: "sales_orders_StockCounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sales_orders_StockTransferLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Returned = table.Column<int>(type: "INTEGER", nullable: false),
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sales_orders_StockTransferLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sales_orders_StockTransferLines_sales_orders_StockTransfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "sales_orders_StockTransfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "sales_orders_Warehouses",
                columns: new[] { "Id", "ChannelMask", "City", "Code", "Country", "IsActive", "Name", "PostalCode", "Region", "Street", "Version" },
                values: new object[] { new Guid("01930000-0000-7000-8000-000000000001"), 63, null, "main", null, true, "Main warehouse", null, null, null, 1 });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockMovements_DocumentId",
                table: "sales_orders_StockMovements",
                column: "DocumentId",
                filter: "\"DocumentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Orders_ReservationId",
                table: "sales_orders_Orders",
                column: "ReservationId",
                filter: "\"ReservationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_OrderLines_ProductId",
                table: "sales_orders_OrderLines",
                column: "ProductId",
                filter: "\"BackOrdered\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_ReservationLines_ReservationId",
                table: "sales_orders_ReservationLines",
                column: "ReservationId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_ExpiresAt",
                table: "sales_orders_Reservations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_Reference",
                table: "sales_orders_Reservations",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Reservations_State_ExpiresAt",
                table: "sales_orders_Reservations",
                columns: new[] { "State", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockCountLines_StockCountId",
                table: "sales_orders_StockCountLines",
                column: "StockCountId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockCounts_Number",
                table: "sales_orders_StockCounts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransferLines_TransferId",
                table: "sales_orders_StockTransferLines",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransfers_Number",
                table: "sales_orders_StockTransfers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_StockTransfers_State_ToWarehouse",
                table: "sales_orders_StockTransfers",
                columns: new[] { "State", "ToWarehouse" });

            migrationBuilder.CreateIndex(
                name: "IX_sales_orders_Warehouses_Code",
                table: "sales_orders_Warehouses",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sales_orders_ReservationLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StockCountLines");

            migrationBuilder.DropTable(
                name: "sales_orders_StockTransferLines");

            migrationBuilder.DropTable(
                name: "sales_orders_Warehouses");

            migrationBuilder.DropTable(
                name: "sales_orders_Reservations");

            migrationBuilder.DropTable(
                name: "sales_orders_StockCounts");

            migrationBuilder.DropTable(
                name: "sales_orders_StockTransfers");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_StockMovements_DocumentId",
                table: "sales_orders_StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_Orders_ReservationId",
                table: "sales_orders_Orders");

            migrationBuilder.DropIndex(
                name: "IX_sales_orders_OrderLines_ProductId",
                table: "sales_orders_OrderLines");

            migrationBuilder.DropColumn(
                name: "Because",
                table: "sales_orders_StockMovements");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "sales_orders_StockMovements");

            migrationBuilder.DropColumn(
                name: "Incoming",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropColumn(
                name: "IsBelowReorderPoint",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropColumn(
                name: "ReorderPoint",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropColumn(
                name: "SafetyStock",
                table: "sales_orders_StockLevels");

            migrationBuilder.DropColumn(
                name: "AllowsBackOrder",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "ReservationId",
                table: "sales_orders_Orders");

            migrationBuilder.DropColumn(
                name: "BackOrdered",
                table: "sales_orders_OrderLines");
        }
    }
}
