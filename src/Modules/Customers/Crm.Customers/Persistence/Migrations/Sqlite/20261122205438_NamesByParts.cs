using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NamesByParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_Name",
                table: "customers_Customers");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_Name_Id_SearchText",
                table: "customers_Customers",
                columns: new[] { "Name", "Id", "SearchText" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_Customers_Name_Id_SearchText",
                table: "customers_Customers");

            migrationBuilder.CreateIndex(
                name: "IX_customers_Customers_Name",
                table: "customers_Customers",
                column: "Name");
        }
    }
}
