using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.SalesOrders.Persistence.Migrations.Postgres
{
    /// <summary>Every payment that was recorded before becomes a record of its own with one entry.</summary>
    public partial class FillPaymentRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                INSERT INTO "sales_orders"."PaymentRecords" ("Id", "CustomerId", "Currency", "RecordedAt", "Authorised", "Captured", "Voided", "Refunded", "ChargedBack", "State", "Version")
                SELECT p."Id", o."CustomerId", o."Currency", p."RecordedAt", 0, p."Amount", 0, 0, 0, 'Captured', 1
                FROM "sales_orders"."Payments" p JOIN "sales_orders"."Orders" o ON o."Id" = p."OrderId" WHERE p."PaymentId" IS NULL
                """);
            migrationBuilder.Sql("""UPDATE "sales_orders"."Payments" SET "PaymentId" = "Id" WHERE "PaymentId" IS NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
