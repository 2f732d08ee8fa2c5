using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

public sealed class FamilyTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_customer_that_is_nobody_else_is_a_family_of_one(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        await customers.Register(new() { Name = "Other" });

        var family = await customers.Read<CustomersDbContext, List<Guid>>(async db => [.. (await db.FamilyOf(acme.Id, default)).Select(id => id.Value)]);
        var survivor = await customers.Read<CustomersDbContext, Guid>(async db => (await db.SurvivorOf(acme.Id, default)).Value);

        family.ShouldBe([acme.Id]);
        survivor.ShouldBe(acme.Id);
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Read<CustomersDbContext, Guid>(async db => (await db.SurvivorOf(Guid.CreateVersion7(), default)).Value));
    }
}
