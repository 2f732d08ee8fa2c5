using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Host.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Territories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_Territories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Above = table.Column<string>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Territories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_Territories_platform_Territories_ParentId",
                        column: x => x.ParentId,
                        principalTable: "platform_Territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_platform_Territories_platform_Users_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "platform_Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Territories_Code",
                table: "platform_Territories",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Territories_ManagerId",
                table: "platform_Territories",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Territories_Name",
                table: "platform_Territories",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Territories_ParentId",
                table: "platform_Territories",
                column: "ParentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_Territories");
        }
    }
}
