using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Accounting;

/// <summary>What a role may allow around the books.</summary>
internal sealed class AccountingPermissions
{
    public static readonly Permission Read = new("sales-orders.journal.export", new Phrase("Read and export the journal", "查看和导出会计分录"));

    public static readonly Permission WriteAccounts = new("sales-orders.accounts.configure", new Phrase("Change to which accounts documents are posted", "维护记账科目"));

    public static readonly Permission WriteRates = new("sales-orders.rates.write", new Phrase("Enter exchange rates", "录入汇率"));

    public static readonly Permission CloseMonths = new("sales-orders.books.close", new Phrase("Close months and open them again", "关账和反关账"));

    public static readonly Permission WriteOff = new("sales-orders.receivables.write-off", new Phrase("Write off what is not paid", "核销未付款项"), IsScoped: true);
}
