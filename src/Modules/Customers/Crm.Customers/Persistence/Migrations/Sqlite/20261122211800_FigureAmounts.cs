using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FigureAmounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SoldMargin",
                table: "customers_OrderAccounts");

            migrationBuilder.RenameColumn(
                name: "SoldNet",
                table: "customers_OrderAccounts",
                newName: "Credited");

            migrationBuilder.AlterColumn<long>(
                name: "MarginChange",
                table: "customers_Transactions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CountedMargin",
                table: "customers_OrderAccounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CountedNet",
                table: "customers_OrderAccounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CountedMargin",
                table: "customers_OrderAccounts");

            migrationBuilder.DropColumn(
                name: "CountedNet",
                table: "customers_OrderAccounts");

            migrationBuilder.RenameColumn(
                name: "Credited",
                table: "customers_OrderAccounts",
                newName: "SoldNet");

            migrationBuilder.AlterColumn<long>(
                name: "MarginChange",
                table: "customers_Transactions",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "SoldMargin",
                table: "customers_OrderAccounts",
                type: "INTEGER",
                nullable: true);
        }
    }
}
