using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Merging;

/// <summary>Merged customers are one person, by whatever id the person is known.</summary>
internal sealed class MergedPersons(CustomersDbContext db) : ISamePersons
{
    public async Task<IReadOnlyList<Guid>> SameAs(Guid person, CancellationToken ct) => [.. (await db.FamilyOf(person, ct)).Select(id => id.Value)];
}
