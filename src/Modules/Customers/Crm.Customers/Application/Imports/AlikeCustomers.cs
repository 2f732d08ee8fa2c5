using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Imports;

/// <summary>Finds the customers that rows of a file mean, by what both have the same of. Encrypted values are found by their keyed hashes.</summary>
internal sealed class AlikeCustomers(CustomersDbContext db)
{
    /// <summary>Of a name or a number that thousands have so many are looked at, the oldest.</summary>
    private const int MostOfMark = 20;

    /// <param name="rows">Without a known key.</param>
    /// <param name="traits">By which, the first that agrees decides.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>For each row that is like one the oldest of those, of those that the caller sees if there are any: a few reads, however many rows there are.</returns>
    public async Task<Dictionary<ImportRow<CustomerImportRow>, AlikeRecord>> Find(
        IReadOnlyList<ImportRow<CustomerImportRow>> rows, IReadOnlyCollection<string> traits, CancellationToken ct)
    {
        var marks = rows.ToDictionary(r => r, r => CustomerTraits.Of(r.Value, traits).ToList());
        var found = await Candidates([.. marks.Values.SelectMany(m => m).Distinct()], traits, ct);
        if (found.Count == 0) return [];
        var ids = found.Select(f => f.Customer.Id).Distinct().ToList();
        var visible = (await db.Customers.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
        var byMark = found.GroupBy(f => f.Mark).ToDictionary(g => g.Key, g => g.OrderByDescending(f => visible.Contains(f.Customer.Id)).ThenBy(f => f.Customer.RegisteredAt).First().Customer);
        var alike = new Dictionary<ImportRow<CustomerImportRow>, AlikeRecord>();
        foreach (var (row, said) in marks)
        {
            if (traits.SelectMany(t => said.Where(m => m.StartsWith($"{t}:", StringComparison.Ordinal))).FirstOrDefault(byMark.ContainsKey) is not { } mark) continue;
            var customer = byMark[mark];
            alike[row] = new AlikeRecord(customer.Key, visible.Contains(customer.Id) ? customer.Code : null, mark[..mark.IndexOf(':')]);
        }

        return alike;
    }

    private async Task<List<(string Mark, Customer Customer)>> Candidates(List<string> marks, IReadOnlyCollection<string> traits, CancellationToken ct)
    {
        var (codes, names) = (Values(marks, CustomerTraits.Code), Values(marks, CustomerTraits.Name));
        var hashes = Values(marks, CustomerTraits.TaxId).ConvertAll(v => db.Keys.SearchHash(TaxNumber.Purpose, v));
        hashes.AddRange(Values(marks, CustomerTraits.Email).Concat(Values(marks, CustomerTraits.Phone)).Select(v => db.Keys.SearchHash("contact-point", SearchToken.PartsOf(v).First())));
        // Whoever means a customer that was found to be another one means that one.
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.MergedFilter]);
        var ids = new List<CustomerId>();
        if (codes.Count > 0) ids.AddRange(await all.Where(c => EF.Parameter(codes).Contains(c.Code)).Select(c => c.Id).ToListAsync(ct));
        if (names.Count > 0)
        {
            ids.AddRange(await all.Where(c => EF.Parameter(names).Contains(c.Name)).Select(c => c.Name).Distinct()
                .SelectMany(name => all.Where(c => c.Name == name).OrderBy(c => c.Id).Select(c => c.Id).Take(MostOfMark)).ToListAsync(ct));
        }

        if (hashes.Count > 0)
        {
            ids.AddRange(await db.SearchTokens.Where(t => EF.Parameter(hashes).Contains(t.Hash)).Select(t => t.Hash).Distinct()
                .SelectMany(hash => db.SearchTokens.Where(t => t.Hash == hash).OrderBy(t => t.CustomerId).Select(t => t.CustomerId).Take(MostOfMark)).ToListAsync(ct));
        }

        var distinct = ids.Distinct().ToList();
        if (distinct.Count == 0) return [];
        var customers = await all.AsNoTracking().AsSplitQuery().Where(c => EF.Parameter(distinct).Contains(c.Id) && c.Name != "").ToListAsync(ct);
        var wanted = marks.ToHashSet(StringComparer.Ordinal);
        var survivors = await Survivors(customers, ct);
        return [.. customers.Where(c => survivors.ContainsKey(c.SurvivorId ?? c.Id))
            .SelectMany(c => CustomerTraits.Of(c, traits).Where(wanted.Contains).Select(m => (m, survivors[c.SurvivorId ?? c.Id])))];
    }

    private async Task<Dictionary<CustomerId, Customer>> Survivors(List<Customer> found, CancellationToken ct)
    {
        var survivors = found.Where(c => c.SurvivorId is null).ToDictionary(c => c.Id);
        var missing = found.Select(c => c.SurvivorId).OfType<CustomerId>().Where(id => !survivors.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0) return survivors;
        var led = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().AsSplitQuery();
        foreach (var survivor in await led.Where(c => EF.Parameter(missing).Contains(c.Id) && c.Name != "").ToListAsync(ct)) survivors.Add(survivor.Id, survivor);
        return survivors;
    }

    private static List<string> Values(List<string> marks, string trait) =>
        [.. marks.Where(m => m.StartsWith($"{trait}:", StringComparison.Ordinal)).Select(m => m[(trait.Length + 1)..])];
}
