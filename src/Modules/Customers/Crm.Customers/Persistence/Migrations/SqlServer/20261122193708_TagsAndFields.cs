using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TagsAndFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CustomerTags",
                schema: "customers",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Folded = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerTags", x => new { x.CustomerId, x.Folded });
                });

            migrationBuilder.CreateTable(
                name: "CustomFields",
                schema: "customers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FieldKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsPersonal = table.Column<bool>(type: "bit", nullable: false),
                    IsRetired = table.Column<bool>(type: "bit", nullable: false),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    RequiredOf = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RequiredFrom = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Min = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Max = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    MaxLength = table.Column<int>(type: "int", nullable: true),
                    Pattern = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomFields", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FieldValues",
                schema: "customers",
                columns: table => new
                {
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<string>(type: "nvarchar(81)", maxLength: 81, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Number = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Flag = table.Column<bool>(type: "bit", nullable: true),
                    Secret = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldValues", x => new { x.CustomerId, x.Slot });
                    table.ForeignKey(
                        name: "FK_FieldValues_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "customers",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomFieldOptions",
                schema: "customers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FieldId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameChinese = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsRetired = table.Column<bool>(type: "bit", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomFieldOptions", x => new { x.FieldId, x.Key });
                    table.ForeignKey(
                        name: "FK_CustomFieldOptions_CustomFields_FieldId",
                        column: x => x.FieldId,
                        principalSchema: "customers",
                        principalTable: "CustomFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerTags_Folded_CustomerId",
                schema: "customers",
                table: "CustomerTags",
                columns: new[] { "Folded", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomFields_FieldKey",
                schema: "customers",
                table: "CustomFields",
                column: "FieldKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomFields_Name",
                schema: "customers",
                table: "CustomFields",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_FieldValues_Key_Date_CustomerId",
                schema: "customers",
                table: "FieldValues",
                columns: new[] { "Key", "Date", "CustomerId" },
                filter: "\"Date\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FieldValues_Key_Flag_CustomerId",
                schema: "customers",
                table: "FieldValues",
                columns: new[] { "Key", "Flag", "CustomerId" },
                filter: "\"Flag\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FieldValues_Key_Number_CustomerId",
                schema: "customers",
                table: "FieldValues",
                columns: new[] { "Key", "Number", "CustomerId" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FieldValues_Key_Text_CustomerId",
                schema: "customers",
                table: "FieldValues",
                columns: new[] { "Key", "Text", "CustomerId" },
                filter: "\"Text\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CustomerTags",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "CustomFieldOptions",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "FieldValues",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "CustomFields",
                schema: "customers");
        }
    }
}
