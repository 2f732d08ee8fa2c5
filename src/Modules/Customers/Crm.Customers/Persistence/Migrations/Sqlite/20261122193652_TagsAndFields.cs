using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TagsAndFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_CustomerTags",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomerTags", x => new { x.CustomerId, x.Folded });
                });

            migrationBuilder.CreateTable(
                name: "customers_CustomFields",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FieldKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsPersonal = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiredOf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RequiredFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Min = table.Column<long>(type: "INTEGER", nullable: true),
                    Max = table.Column<long>(type: "INTEGER", nullable: true),
                    Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MaxLength = table.Column<int>(type: "INTEGER", nullable: true),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomFields", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "customers_FieldValues",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 81, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Flag = table.Column<bool>(type: "INTEGER", nullable: true),
                    Secret = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_FieldValues", x => new { x.CustomerId, x.Slot });
                    table.ForeignKey(
                        name: "FK_customers_FieldValues_customers_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "customers_Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customers_CustomFieldOptions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FieldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_CustomFieldOptions", x => new { x.FieldId, x.Key });
                    table.ForeignKey(
                        name: "FK_customers_CustomFieldOptions_customers_CustomFields_FieldId",
                        column: x => x.FieldId,
                        principalTable: "customers_CustomFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomerTags_Folded_CustomerId",
                table: "customers_CustomerTags",
                columns: new[] { "Folded", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomFields_FieldKey",
                table: "customers_CustomFields",
                column: "FieldKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_CustomFields_Name",
                table: "customers_CustomFields",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_customers_FieldValues_Key_Date_CustomerId",
                table: "customers_FieldValues",
                columns: new[] { "Key", "Date", "CustomerId" },
                filter: "\"Date\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customers_FieldValues_Key_Flag_CustomerId",
                table: "customers_FieldValues",
                columns: new[] { "Key", "Flag", "CustomerId" },
                filter: "\"Flag\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customers_FieldValues_Key_Number_CustomerId",
                table: "customers_FieldValues",
                columns: new[] { "Key", "Number", "CustomerId" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customers_FieldValues_Key_Text_CustomerId",
                table: "customers_FieldValues",
                columns: new[] { "Key", "Text", "CustomerId" },
                filter: "\"Text\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_CustomerTags");

            migrationBuilder.DropTable(
                name: "customers_CustomFieldOptions");

            migrationBuilder.DropTable(
                name: "customers_FieldValues");

            migrationBuilder.DropTable(
                name: "customers_CustomFields");
        }
    }
}
