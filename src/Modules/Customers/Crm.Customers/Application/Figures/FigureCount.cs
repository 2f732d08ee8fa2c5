using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Figures;

/// <summary>
/// Makes the figures of customers agree with their lines. It counts anew instead of adding up, so that whatever came twice, late or in
/// another order leaves no trace; the rows of the customers are locked first, so that of two that count one sees the other's lines.
/// </summary>
internal sealed class FigureCount(CustomersDbContext db, ISettings settings)
{
    private IQueryable<Customer> All => db.Customers.IgnoreQueryFilters();

    /// <summary>Counts the families of these customers. What was written is saved before; call it within the same transaction.</summary>
    public async Task Run(IReadOnlyCollection<CustomerId> customers, CancellationToken ct)
    {
        var families = await LockedFamilies(customers, ct);
        var survivors = families.Values.Distinct().ToList();
        var totals = await Totals(families, ct);
        var rows = await db.Set<CustomerFigures>().Where(f => EF.Parameter(families.Keys).Contains(f.CustomerId)).ToDictionaryAsync(f => f.CustomerId, ct);
        foreach (var survivor in survivors)
        {
            if (!rows.Remove(survivor, out var figures)) db.Add(figures = new CustomerFigures { CustomerId = survivor });
            figures.Count(totals[survivor], db.Time.GetUtcNow());
        }

        // Who was found to be somebody else is counted there.
        db.RemoveRange(rows.Values);
        await db.SaveChangesAsync(ct);
    }

    // Whoever waited for a lock may have waited for a merge, after which it is another customer whose figures these are.
    private async Task<Dictionary<CustomerId, CustomerId>> LockedFamilies(IReadOnlyCollection<CustomerId> customers, CancellationToken ct)
    {
        var locked = new HashSet<CustomerId>();
        while (true)
        {
            var families = await Families(customers, ct);
            var survivors = families.Values.Distinct().ToList();
            if (locked.IsSupersetOf(survivors)) return families;
            await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), survivors).Select(c => c.Id).ToListAsync(ct);
            locked.UnionWith(survivors);
        }
    }

    /// <summary>Every member of the families to its survivor.</summary>
    private async Task<Dictionary<CustomerId, CustomerId>> Families(IReadOnlyCollection<CustomerId> customers, CancellationToken ct)
    {
        var survivors = await All.Where(c => EF.Parameter(customers).Contains(c.Id)).Select(c => c.SurvivorId ?? c.Id).Distinct().ToListAsync(ct);
        var members = await All.Where(c => c.SurvivorId != null && EF.Parameter(survivors).Contains(c.SurvivorId.Value))
            .Select(c => new { c.Id, Survivor = c.SurvivorId!.Value }).ToListAsync(ct);
        var families = survivors.ToDictionary(s => s);
        foreach (var member in members) families[member.Id] = member.Survivor;
        return families;
    }

    private async Task<Dictionary<CustomerId, FamilyTotals>> Totals(Dictionary<CustomerId, CustomerId> families, CancellationToken ct)
    {
        var book = await settings.Text(CompanySettings.Currency, ct);
        var members = families.Keys.ToList();
        var orders = await db.Set<OrderAccount>().Where(a => EF.Parameter(members).Contains(a.CustomerId)).CountingOn(null).ToListAsync(ct);
        var sums = await db.Set<CustomerTransaction>().Where(t => EF.Parameter(members).Contains(t.CustomerId)).Summed().ToListAsync(ct);
        var ordersOf = orders.ToLookup(o => families[o.CustomerId]);
        var sumsOf = sums.ToLookup(s => families[s.CustomerId]);
        return families.Values.Distinct().ToDictionary(s => s, s => FigureSums.Total([.. ordersOf[s]], [.. sumsOf[s]], book));
    }
}
