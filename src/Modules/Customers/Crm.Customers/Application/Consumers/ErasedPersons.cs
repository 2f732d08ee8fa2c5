using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>How every part begins that forgets a person.</summary>
internal static class ErasedPersons
{
    /// <summary>
    /// Makes sure that nobody writes anything more for a customer who is erased: whoever is about to holds the row, so this waits, and whoever comes
    /// later finds it erased. What a part finds behind it is therefore all that there is, in whatever order the parts come.
    /// </summary>
    /// <returns>The customer and all that were found to be the same; empty for somebody who is no customer.</returns>
    public static async Task<IReadOnlyList<CustomerId>> CloseErased(this CustomersDbContext db, Guid person, CancellationToken ct)
    {
        var family = await db.FamilyOf(person, ct);
        if (family.Count == 0) return family;
        var id = new CustomerId(person);
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [id]).Select(c => c.Id).ToListAsync(ct);
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .AsSplitQuery().SingleAsync(c => c.Id == id, ct);
        if (customer.IsErased) return family;
        var keys = customer.ExternalRefs.Select(r => new ImportRef(r.System, r.ExternalId)).ToList();
        customer.Anonymise(await db.CustomFields.Where(f => f.IsPersonal).Select(f => f.FieldKey).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        await db.ForgetImports([person], keys, ct);
        return family;
    }
}
