using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Territories;

internal static class TerritoryPlacing
{
    /// <summary>The territories, read once per transaction however many customers are placed in it.</summary>
    public static async Task<IReadOnlyList<Territory>> TerritoriesInTransaction(this CustomersDbContext db, CancellationToken ct)
    {
        var kept = db.InTransaction<KnownTerritories>();
        return kept.All ??= await db.Territories.AsNoTracking().ToListAsync(ct);
    }

    /// <exception cref="RuleBroken">There is no such territory.</exception>
    public static async Task RequireTerritory(this CustomersDbContext db, Guid? id, CancellationToken ct)
    {
        if (id is null || (await db.TerritoriesInTransaction(ct)).Any(t => t.Id == id)) return;
        throw TerritoriesRules.Unknown.Broken(id);
    }

    private sealed class KnownTerritories
    {
        public List<Territory>? All { get; set; }
    }
}
