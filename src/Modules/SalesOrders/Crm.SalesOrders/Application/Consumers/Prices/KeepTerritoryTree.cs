using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Consumers.Prices;

/// <summary>Keeps which territories are above which: what is priced for one holds below it, too.</summary>
internal sealed class KeepTerritoryTree(SalesOrdersDbContext db) : IConsumer<TerritoryChangedV1>
{
    public async Task Consume(Received<TerritoryChangedV1> received, CancellationToken ct)
    {
        var stamp = await PriceStamp.Lock(db, ct);
        var territory = await db.TerritoryCopies.FindAsync([received.Event.TerritoryId], ct);
        if (territory is null) db.TerritoryCopies.Add(territory = new TerritoryCopy(received.Event.TerritoryId));
        if (territory.Take(received.Event.Above, received.StreamPosition)) stamp.Raise(db);
    }
}
