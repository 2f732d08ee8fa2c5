using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Notes;

/// <summary>What a role may allow around notes; who sees an order reads them.</summary>
internal sealed class NotePermissions
{
    public static readonly Permission Write = new("sales-orders.notes.write", new Phrase("Write and pin notes on orders", "填写和置顶订单备注"), IsScoped: true);
}
