using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>What a role may allow around reminders.</summary>
internal sealed class DunningPermissions
{
    public static readonly Permission Read = new("sales-orders.reminders.read", new Phrase("See reminders and where invoices are mailed to", "查看催款记录和账单联系人"), IsScoped: true);

    public static readonly Permission EndFees = new("sales-orders.reminder-fees.end", new Phrase("Record that reminder fees were paid, and waive them", "登记催款费付款或免除催款费"));

    public static readonly Permission WriteContacts = new("sales-orders.billing-contacts.write", new Phrase("Change where invoices are mailed to", "维护账单联系人"));

    public static readonly Permission WriteLevels = new("sales-orders.reminder-levels.configure", new Phrase("Change when and in which words customers are reminded", "维护催款级别和文本"));
}
