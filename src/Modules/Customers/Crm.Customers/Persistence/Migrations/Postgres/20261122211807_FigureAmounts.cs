using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Customers.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FigureAmounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SoldMargin",
                schema: "customers",
                table: "OrderAccounts");

            migrationBuilder.RenameColumn(
                name: "SoldNet",
                schema: "customers",
                table: "OrderAccounts",
                newName: "Credited");

            migrationBuilder.AlterColumn<decimal>(
                name: "MarginChange",
                schema: "customers",
                table: "Transactions",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m,
                oldClrType: typeof(decimal),
                oldType: "numeric(19,4)",
                oldPrecision: 19,
                oldScale: 4,
                oldNullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CountedMargin",
                schema: "customers",
                table: "OrderAccounts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "CountedNet",
                schema: "customers",
                table: "OrderAccounts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CountedMargin",
                schema: "customers",
                table: "OrderAccounts");

            migrationBuilder.DropColumn(
                name: "CountedNet",
                schema: "customers",
                table: "OrderAccounts");

            migrationBuilder.RenameColumn(
                name: "Credited",
                schema: "customers",
                table: "OrderAccounts",
                newName: "SoldNet");

            migrationBuilder.AlterColumn<decimal>(
                name: "MarginChange",
                schema: "customers",
                table: "Transactions",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(19,4)",
                oldPrecision: 19,
                oldScale: 4);

            migrationBuilder.AddColumn<decimal>(
                name: "SoldMargin",
                schema: "customers",
                table: "OrderAccounts",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);
        }
    }
}
