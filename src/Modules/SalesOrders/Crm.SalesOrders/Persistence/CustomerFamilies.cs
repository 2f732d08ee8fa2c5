using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Dunning;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>A customer and all that were found to be the same: what they bought stays under their own ids and counts for all together.</summary>
internal static class CustomerFamilies
{
    /// <summary>The survivor first, which a customer that was never merged is itself; a customer that is not known yet is a family of its own.</summary>
    public static async Task<List<Guid>> Family(this SalesOrdersDbContext db, Guid customer, CancellationToken ct)
    {
        var survivor = db.CustomerCopies.Where(c => c.Id == customer).Select(c => c.SurvivorId ?? c.Id);
        var members = survivor.Concat(db.CustomerCopies.Where(c => c.SurvivorId != null && survivor.Contains(c.SurvivorId.Value)).Select(c => c.Id));
        var family = await db.CustomerCopies.Where(c => members.Contains(c.Id)).OrderBy(c => c.SurvivorId == null ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        return family.Count == 0 ? [customer] : family;
    }

    /// <summary>The customer to write something new for: the one that was asked for, or the one that it leads to.</summary>
    public static async Task<Guid> SurvivorOf(this SalesOrdersDbContext db, Guid customer, CancellationToken ct) => (await db.Family(customer, ct))[0];

    /// <summary>All of the families of these customers, with the survivor of each.</summary>
    public static async Task<Dictionary<Guid, Guid>> Families(this SalesOrdersDbContext db, List<Guid> customers, CancellationToken ct)
    {
        var known = await db.CustomerCopies.Where(c => EF.Parameter(customers).Contains(c.Id)).Select(c => new { c.Id, c.SurvivorId }).ToDictionaryAsync(c => c.Id, c => c.SurvivorId, ct);
        var survivors = customers.Select(c => known.GetValueOrDefault(c) ?? c).Distinct().ToList();
        var led = await db.CustomerCopies.Where(c => c.SurvivorId != null && EF.Parameter(survivors).Contains(c.SurvivorId.Value))
            .Select(c => new { c.Id, Survivor = c.SurvivorId!.Value }).ToDictionaryAsync(c => c.Id, c => c.Survivor, ct);
        foreach (var survivor in survivors) led[survivor] = survivor;
        return led;
    }

    public static async Task<CreditTerms?> CreditTermsOf(this SalesOrdersDbContext db, List<Guid> family, CancellationToken ct) =>
        CreditTerms.OfFamily(family, await db.CreditTerms.AsNoTracking().Where(t => EF.Parameter(family).Contains(t.CustomerId)).ToListAsync(ct));

    /// <summary>Where mails about a customer's invoices go: as was said of the survivor, else of the first that was merged into it and may be reminded.</summary>
    public static async Task<BillingContact?> BillingContactOf(this SalesOrdersDbContext db, List<Guid> family, CancellationToken ct)
    {
        var contacts = await db.BillingContacts.AsNoTracking().Where(c => EF.Parameter(family).Contains(c.CustomerId)).ToListAsync(ct);
        return contacts.OrderBy(c => c.CustomerId == family[0] ? 0 : 1).ThenBy(c => c.RemindersStopped).ThenBy(c => family.IndexOf(c.CustomerId)).FirstOrDefault();
    }
}
