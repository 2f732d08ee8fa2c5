using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Activities;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Crm.Customers.Tests.Module.Duplicates;
using Crm.Testing;
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

    [SkippableTheory, EveryProvider]
    public async Task Whoever_has_the_last_of_a_chain_sees_what_hangs_on_all_of_it_and_whoever_had_the_others_sees_nothing(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (north, south) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var people = new Dictionary<string, Caller> { ["owner"] = Reader(RowScope.Own, north), ["lead"] = Reader(RowScope.Unit, north), ["former"] = Reader(RowScope.UnitAndBelow, south) };
        var first = await customers.Register(new() { Name = "First", OwnerId = people["former"].Id, UnitId = south });
        var second = await customers.Register(new() { Name = "Second", OwnerId = people["former"].Id, UnitId = south });
        var last = await customers.Register(new() { Name = "Last", OwnerId = people["owner"].Id, UnitId = north });
        foreach (var customer in new[] { first, second, last })
            await customers.Send(new PlanActivity { CustomerId = customer.Id, Kind = ActivityKind.Task, Subject = "Seen?", StartsAt = customers.Time.GetUtcNow(), EndsAt = customers.Time.GetUtcNow() });
        await customers.Merge(second.Id, first.Id);
        await customers.Merge(last.Id, second.Id);

        foreach (var (who, caller) in people)
        {
            Guid[] all = who == "former" ? [] : [first.Id, second.Id, last.Id];
            (await Ids(db => db.SeenCustomers, caller)).ShouldBe(all, ignoreOrder: true, who);
            (await Ids(db => db.LedToReadable, caller)).ShouldBe(all, ignoreOrder: true, who);
            (await Ids(db => db.SeenActivities.Select(a => a.CustomerId), caller)).ShouldBe(all, ignoreOrder: true, who);
            var survivor = () => customers.Read<CustomersDbContext, Guid>(async db => (await db.SurvivorOf(first.Id, default)).Value, caller);
            if (who == "former") await Should.ThrowAsync<ResourceNotFound>(survivor);
            else (await survivor()).ShouldBe(last.Id);
        }

        (await customers.Family(first.Id)).ShouldBe(new[] { first.Id, second.Id, last.Id }.Order());

        async Task<List<Guid>> Ids(Func<CustomersDbContext, IQueryable<CustomerId>> query, Caller caller) =>
            [.. (await customers.Read<CustomersDbContext, List<CustomerId>>(db => query(db).ToListAsync(), caller)).Select(id => id.Value)];
    }

    private static Caller Reader(RowScope scope, Guid unit) => CustomerDesk.Person(Guid.CreateVersion7(), unit, scope);
}
