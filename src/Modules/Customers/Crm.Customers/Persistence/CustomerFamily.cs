using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>A customer and all that were found to be the same. What hangs on one of them stays there, and is read as if it hung on the survivor.</summary>
internal static class CustomerFamily
{
    /// <summary>
    /// The survivor that this customer is or leads to, and all that lead to it, whatever the caller may see. A list and not a query: filters that are
    /// switched off in a part of a query are off in all of it.
    /// </summary>
    public static async Task<IReadOnlyList<CustomerId>> FamilyOf(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new CustomerId(id);
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]);
        var survivor = all.Where(c => c.Id == key).Select(c => c.SurvivorId ?? c.Id);

        // Not one condition with an "or": PostgreSQL would read all customers for it.
        return await survivor.Concat(all.Where(c => c.SurvivorId != null && survivor.Contains(c.SurvivorId.Value)).Select(c => c.Id)).ToListAsync(ct);
    }

    /// <summary>
    /// The customer to write something new for: the one that was asked for, or the one that it leads to. Until the end of the transaction it is neither
    /// merged nor erased: an erasure that looked before what is about to be written could not find it.
    /// </summary>
    /// <exception cref="ResourceNotFound">There is none, or the caller may not read the one to write for.</exception>
    /// <exception cref="RuleBroken">It was erased.</exception>
    public static async Task<CustomerId> SurvivorOf(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var family = await db.FamilyOf(id, ct);
        var survivor = await db.Customers.Where(c => family.Contains(c.Id)).Select(c => new { c.Id, c.OwnerId, c.UnitId }).SingleOrDefaultAsync(ct);
        // The permission in force may reach further than the one to read customers.
        if (survivor is null || !db.MayRead(survivor.OwnerId, survivor.UnitId)) throw new ResourceNotFound("customer", id.ToString());
        var now = await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [survivor.Id]).Select(c => new { c.SurvivorId, IsErased = c.Name == "" }).SingleAsync(ct);
        if (now.IsErased) throw CustomersRules.Erased.Broken();
        return now.SurvivorId is { } merged ? await db.SurvivorOf(merged.Value, ct) : survivor.Id;
    }

    /// <summary>
    /// Waits for whoever else is about to do something to this customer that must not happen beside it. Without it a process, say, could come to
    /// wait for what is told in the same moment, and neither would see the other.
    /// </summary>
    /// <returns>The customer that it is, or leads to; null where nobody knows it.</returns>
    public static async Task<CustomerId?> TakeTurn(this CustomersDbContext db, CustomerId customer, CancellationToken ct)
    {
        var all = db.Customers.IgnoreQueryFilters();
        if (await all.Where(c => c.Id == customer).Select(c => (CustomerId?)(c.SurvivorId ?? c.Id)).SingleOrDefaultAsync(ct) is not { } survivor) return null;
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [survivor]).Select(c => c.Id).ToListAsync(ct);
        return survivor;
    }

    /// <summary>
    /// Whoever is talked to is a contact of the customer. Whoever may write what names a contact need not see the customer's record, and after a
    /// merge its people stand on another one.
    /// </summary>
    /// <exception cref="RuleBroken">One is not.</exception>
    public static async Task RequireContacts(this CustomersDbContext db, CustomerId customer, IReadOnlyCollection<Guid> contacts, CancellationToken ct)
    {
        if (contacts.Count == 0) return;
        var family = await db.FamilyOf(customer.Value, ct);
        var known = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .Where(c => family.Contains(c.Id)).SelectMany(c => c.Contacts).Where(c => contacts.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        if (contacts.Except(known).Cast<Guid?>().FirstOrDefault() is { } stranger) throw CustomersRules.ContactUnknown.Broken(stranger);
    }

    /// <inheritdoc cref="RequireContacts"/>
    public static Task RequireContact(this CustomersDbContext db, CustomerId customer, Guid? contact, CancellationToken ct) =>
        db.RequireContacts(customer, contact is { } id ? [id] : [], ct);
}
