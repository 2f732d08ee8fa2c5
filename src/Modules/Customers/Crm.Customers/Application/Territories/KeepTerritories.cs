using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Territories;

/// <summary>Keeps what customers need of the territories, and what each of them lies in.</summary>
internal sealed class KeepTerritories(CustomersDbContext db) : IConsumer<TerritoryChangedV1>
{
    public async Task Consume(Received<TerritoryChangedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        var territory = await db.Territories.FindAsync([told.TerritoryId], ct);
        if (territory is null) db.Territories.Add(territory = new Territory(told.TerritoryId));
        var rules = told.Rules.Select(r => new TerritoryRule(r.Country, r.Region, r.PostalCode, r.Industry));
        if (!territory.Take(received.StreamPosition, told.Code, told.Name, told.ParentId, told.ManagerId, told.Above.Count, rules)) return;
        var wanted = told.Above.Append(told.TerritoryId).ToHashSet();
        var present = await db.TerritoriesWithin.Where(w => w.TerritoryId == told.TerritoryId).ToListAsync(ct);
        db.TerritoriesWithin.RemoveRange(present.Where(w => !wanted.Contains(w.AboveId)));
        db.TerritoriesWithin.AddRange(wanted.Except(present.Select(w => w.AboveId)).Select(above => new TerritoryWithin { AboveId = above, TerritoryId = told.TerritoryId }));
    }
}
