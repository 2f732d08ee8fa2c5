using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Crm.Customers.Tests.Module.Intake;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Duplicates;

/// <summary>Customers that were merged, as other systems, files and sales go on with them.</summary>
public sealed class MergedOnwardsTests
{
    [Fact]
    public async Task Systems_that_know_a_merged_customer_by_their_keys_and_its_old_code_go_on_writing_to_the_survivor()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var a = (await Put("erp", "1", "A")).Id;
        var b = (await Put("shop", "77", "B")).Id;
        var c = (await Put("erp", "2", "C")).Id;
        await customers.Merge(a, b, c);

        foreach (var (system, key, code) in new[] { ("shop", "77", "B"), ("erp", "2", "C"), ("erp", "1", "A"), ("shop", "77", "B") })
        {
            var reply = await Put(system, key, code);
            (reply.Id, reply.Code, reply.WasCreated).ShouldBe((a, "A", false), $"{system}/{key}");
        }

        (await customers.Listed()).ShouldBe([a]);
        var back = await customers.Unmerge(c);
        (await customers.Stored(c)).ExternalRefs.Select(r => r.ExternalId).ShouldBe(["2"]);
        (await customers.Stored(a)).ExternalRefs.Select(r => $"{r.System}/{r.ExternalId}").ShouldBe(["erp/1", "shop/77"], ignoreOrder: true);
        (await Put("erp", "2", "C")).Id.ShouldBe(back.Id);

        Task<PutCustomerReply> Put(string system, string key, string code) =>
            customers.Send(new PutCustomerByRef(system, key, new CustomerInput { Code = code, Name = "Acme" }));
    }

    [Fact]
    public async Task A_system_that_does_not_repeat_the_keys_of_others_takes_none_of_them_away()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var known = await customers.Register(CustomerDesk.Acme() with { ExternalRefs = [new ExternalRefInput("erp", "1"), new ExternalRefInput("shop", "77")] });

        await customers.Send(new PutCustomerByRef("shop", "77", CustomerDesk.Acme("Acme Ltd")));

        (await customers.Send(new PutCustomerByRef("erp", "1", CustomerDesk.Acme()))).Id.ShouldBe(known.Id);
    }

    [Fact]
    public async Task Files_that_say_the_code_of_a_merged_customer_mean_the_survivor()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var a = (await customers.Register(new CustomerInput { Code = "A", Name = "Acme" })).Id;
        var b = (await customers.Register(new CustomerInput { Code = "B", Name = "Acme Germany", ExternalRefs = [new ExternalRefInput("erp", "2")] })).Id;
        await customers.Merge(a, b);

        var byKey = await customers.ImportRows("2,Acme,B,,by its key,,,,\n");
        var byCode = await customers.ImportRows("3,Acme,B,,by its code,,,,\n", Intake.Intake.With("update", "code"));

        (byKey.Counts, byCode.Counts).ShouldBe(((0, 1, 0, 0), (0, 1, 0, 0)), string.Join('\n', byKey.Problems.Concat(byCode.Problems)));
        var survivor = (await customers.Find(a))!;
        (survivor.Code, survivor.Notes).ShouldBe(("A", "by its code"));
        survivor.ExternalRefs.Select(r => r.Id).ShouldBe(["2", "3"], ignoreOrder: true);
        (await customers.Listed()).ShouldBe([a]);
    }

    [Fact]
    public async Task The_figures_of_a_merged_customer_are_the_survivors_and_its_own_again_when_that_is_undone()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        customers.TodayIs(new DateOnly(2026, 6, 15));
        var (a, b) = ((await customers.Register(new CustomerInput { Name = "A" })).Id, (await customers.Register(new CustomerInput { Name = "B" })).Id);
        await new SoldOrder(customers, a).Confirmed(new DateOnly(2026, 6, 1));
        await new SoldOrder(customers, b, net: 200m).Confirmed(new DateOnly(2026, 6, 2));

        await customers.Merge(a, b);

        (await customers.List("filter[figures.orders]=2")).ShouldBe("A");
        (await Kept()).ShouldBe([(2, 300m)]);

        await new SoldOrder(customers, b, net: 400m).Confirmed(new DateOnly(2026, 6, 3));
        await customers.Unmerge(b);

        (await customers.List("filter[figures.orders]=1")).ShouldBe("A");
        (await customers.List("filter[figures.orders]=2")).ShouldBe("B");
        (await Kept()).ShouldBe([(1, 100m), (2, 600m)]);

        Task<List<(int, decimal)>> Kept() => customers.Read<CustomersDbContext, List<(int, decimal)>>(async db =>
            [.. (await db.Set<CustomerFigures>().ToListAsync()).Select(f => (f.Orders, f.Net)).Order()]);
    }
}
