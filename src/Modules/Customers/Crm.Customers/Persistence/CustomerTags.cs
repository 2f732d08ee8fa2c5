using Crm.Customers.Domain;
using Crm.Customers.Domain.Tags;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>Keeps the table by which customers are found by their tags in step with the customers.</summary>
internal static class CustomerTags
{
    public static async Task KeepTags(this CustomersDbContext db, IEnumerable<Customer> changed, CancellationToken ct)
    {
        foreach (var customer in changed.ToList())
        {
            var entry = db.Entry(customer);
            var isNew = entry.State == EntityState.Added;
            if (!isNew && !entry.Property(c => c.Tags).IsModified) continue;
            var wanted = customer.Tags.DistinctBy(CustomerTag.Fold).ToDictionary(CustomerTag.Fold);
            var present = isNew ? [] : await db.Tags.Where(t => t.CustomerId == customer.Id).ToListAsync(ct);
            db.Tags.RemoveRange(present.Where(t => !wanted.ContainsKey(t.Folded)));
            db.Tags.AddRange(wanted.Where(w => present.TrueForAll(t => t.Folded != w.Key))
                .Select(w => new CustomerTag { CustomerId = customer.Id, Folded = w.Key, Text = w.Value }));
        }
    }
}
