using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Imports;

/// <summary>Finds what a file names: first by the key in the system the file comes from, then by our own code, login or SKU.</summary>
internal sealed class ImportKeys(SalesOrdersDbContext db)
{
    public async Task<CustomerCopy> Customer(string system, string key, CancellationToken ct)
    {
        var found = await db.CustomerCopies.AsNoTracking()
            .Where(c => c.Code == key || c.ExternalRefs.Any(r => r.System == system && r.RefId == key)).ToListAsync(ct);
        return found.Find(c => c.ExternalRefs.Any(r => r.Ref == new ExternalRef(system, key))) ?? found.FirstOrDefault()
            ?? throw SalesOrdersRules.CustomerUnknown.Broken(key);
    }

    /// <summary>A person by login; a login may be the key in the other system behind that system's name: <c>northwind-5</c>.</summary>
    public async Task<PersonCopy> Person(string system, string key, CancellationToken ct)
    {
        var qualified = $"{system}-{key}";
        var found = await db.PersonCopies.AsNoTracking().Where(p => p.Login == key || p.Login == qualified).ToListAsync(ct);
        return found.Find(p => p.Login == qualified) ?? found.FirstOrDefault() ?? throw SalesOrdersRules.SalespersonUnknown.Broken(key);
    }

    /// <summary>The products by the keys they were named by. Deleted and inactive ones count: they were sold then.</summary>
    public async Task<IReadOnlyDictionary<string, ProductSnapshot>> Products(string system, List<string> keys, CancellationToken ct)
    {
        var found = await db.Products.IgnoreQueryFilters().AsNoTracking()
            .Where(p => keys.Contains(p.Sku) || p.ExternalRefs.Any(r => r.System == system && keys.Contains(r.RefId))).ToListAsync(ct);
        var byKey = found.Where(p => keys.Contains(p.Sku)).ToDictionary(p => p.Sku, ProductSnapshots.Take);
        foreach (var (product, reference) in found.SelectMany(p => p.ExternalRefs.Where(r => r.System == system), (p, r) => (p, r)))
            byKey[reference.RefId] = ProductSnapshots.Take(product);

        var unknown = keys.Where(k => !byKey.ContainsKey(k)).ToList();
        return unknown.Count == 0 ? byKey : throw SalesOrdersRules.ProductUnknown.Broken(string.Join(", ", unknown));
    }
}
