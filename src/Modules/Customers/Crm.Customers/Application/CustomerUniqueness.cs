using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application;

/// <summary>Codes and external references are unique over all customers, those the caller may not see and deleted ones included.</summary>
internal static class CustomerUniqueness
{
    public static async Task RequireUnique(this CustomersDbContext db, CustomerDetails details, CustomerId? self, CancellationToken ct)
    {
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]);
        if (await all.AnyAsync(c => c.Code == details.Code && (self == null || c.Id != self), ct)) throw CustomersRules.CodeTaken.Broken(details.Code);
        var held = all.Where(c => self == null || c.Id != self).SelectMany(c => c.ExternalRefs).Select(r => new ExternalKey { System = r.System, Id = r.ExternalId });
        if (await held.FirstTaken([.. details.ExternalRefs.Select(r => new ExternalKey { System = r.System, Id = r.ExternalId })], ct) is { } taken)
            throw CustomersRules.ReferenceTaken.Broken(taken.System, taken.Id);
    }

    /// <summary>Leaves the code out where it is that of a customer that leads to this one: who sends it means this one, which keeps its own.</summary>
    public static async Task<CustomerInput> WithCodeOfFamily(this CustomersDbContext db, CustomerId survivor, CustomerInput said, CancellationToken ct)
    {
        var code = said.Code?.Trim();
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]);
        return code is not null && await all.AnyAsync(c => c.Code == code && c.SurvivorId == survivor, ct) ? said with { Code = null } : said;
    }

    /// <summary>Makes the hashes by which the customer's phones, mails, accounts and tax number, as written and as normalised, are found agree with them.</summary>
    public static async Task KeepSearchTokens(this CustomersDbContext db, Customer customer, CancellationToken ct)
    {
        var wanted = customer.Numbers
            .SelectMany(p => new[] { p.Normalised, ContactPoint.Normalise(p.Kind, p.Value, country: null) }.Distinct())
            .SelectMany(SearchToken.PartsOf)
            .Select(part => db.Keys.SearchHash("contact-point", part)).ToHashSet();
        if (TaxNumber.Normalise(customer.TaxId) is { Length: > 0 } number) wanted.Add(db.Keys.SearchHash(TaxNumber.Purpose, number));
        var present = customer.Version == 1 ? [] : await db.SearchTokens.Where(t => t.CustomerId == customer.Id).ToListAsync(ct);
        db.SearchTokens.RemoveRange(present.Where(t => !wanted.Contains(t.Hash)));
        db.SearchTokens.AddRange(wanted.Except(present.Select(t => t.Hash)).Select(hash => new SearchToken { CustomerId = customer.Id, Hash = hash }));
    }
}
