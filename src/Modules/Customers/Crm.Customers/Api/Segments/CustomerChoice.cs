using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Segments;

/// <summary>Lets segments and samples choose by whatever the list of customers can be filtered by.</summary>
internal static class CustomerChoice
{
    public static async Task<ListFilters<Customer>> Filters(CustomersDbContext db, CancellationToken ct) =>
        CustomerList.With(await db.CustomFields.AsNoTracking().OrderBy(f => f.FieldKey).ToListAsync(ct));
}
