using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Contracts;
using Crm.Planning.Contracts;
using Crm.Platform.Contracts;
using Crm.Reporting.Application.Rebuilding;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

public sealed class RebuildTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_facts_made_again_from_the_kept_events_are_the_same(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await MuchHappens(module);
        var before = await module.Sales(SalesBy.Product);

        var outcome = await Rebuild(module);

        outcome.IsSame.ShouldBeTrue($"{outcome.HashBefore} became {outcome.HashAfter}");
        outcome.Generation.ShouldBe(2);
        var after = await module.Sales(SalesBy.Product);
        after.Rows.Select(r => (r.Key, r.Figures)).ShouldBe(before.Rows.Select(r => (r.Key, r.Figures)));
        after.Watermark.ShouldBe(before.Watermark);
        (await module.Read<ReportingDbContext, bool>(db => db.OrderLineFacts.AnyAsync(l => l.Generation == 1))).ShouldBeFalse("the old generation is gone");
    }

    [SkippableTheory, EveryProvider]
    public async Task An_administrator_may_ask_for_a_rebuild_and_see_what_it_came_to(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await MuchHappens(module);
        var before = (await module.Sales()).Totals;

        await module.Send(new StartRebuild());
        (await module.Services.GetRequiredKeyedService<OperationRunner>("reporting").RunNext(CancellationToken.None)).ShouldBeTrue();

        var operation = await module.Read<ReportingDbContext, Operation>(db => db.Operations.AsNoTracking().SingleAsync());
        (operation.State, operation.Done, operation.Total).ShouldBe((OperationState.Succeeded, 13L, 13L));
        operation.Result.ShouldNotBeNull().ShouldContain("\"isSame\":true");
        var state = await module.Read<ReportingDbContext, ProjectionState>(db => db.ProjectionStates.AsNoTracking().SingleAsync(s => s.Name == ProjectionState.Live));
        (state.Generation, state.Position).ShouldBe((2, 13L));
        (await module.Sales()).Totals.ShouldBe(before);
    }

    [SkippableTheory, EveryProvider]
    public async Task Facts_that_were_tampered_with_are_repaired_and_the_hash_tells(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await MuchHappens(module);
        var right = (await module.Sales()).Totals!.Net;
        await module.Read<ReportingDbContext, int>(db => db.SalesRollups.ExecuteUpdateAsync(set => set.SetProperty(r => r.Net, r => 1m)));

        var outcome = await Rebuild(module);

        outcome.IsSame.ShouldBeFalse();
        (await module.Sales()).Totals!.Net.ShouldBe(right);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_happens_during_a_rebuild_is_in_it(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await MuchHappens(module);
        var generation = await InTransaction(module, rebuild => rebuild.Begin(CancellationToken.None));
        await InTransaction(module, rebuild => rebuild.Replay(generation, 3, CancellationToken.None));
        await module.Confirmed(Order(Line(77m)));
        var live = (await module.Sales()).Totals!;

        var outcome = await InTransaction(module, rebuild => rebuild.Finish(generation, 2, CancellationToken.None));

        outcome.IsSame.ShouldBeTrue();
        (await module.Sales()).Totals.ShouldBe(live);
        await module.Confirmed(Order(Line(5m)));
        (await module.Sales()).Totals!.Orders.ShouldBe(live.Orders + 1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_rebuild_that_another_one_overtook_ends(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        await MuchHappens(module);
        var first = await InTransaction(module, rebuild => rebuild.Begin(CancellationToken.None));
        await InTransaction(module, rebuild => rebuild.Begin(CancellationToken.None));

        var refused = await Should.ThrowAsync<RuleBroken>(() => InTransaction(module, rebuild => rebuild.Replay(first, 10, CancellationToken.None)));
        refused.Rule.ShouldBe(ReportingRules.RebuildOvertaken);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erased_person_stays_erased_also_in_facts_made_again(DatabaseProvider provider)
    {
        await using var module = await Start(provider);
        var person = Guid.CreateVersion7();
        await module.Given(Customer(person, "Wang Fang"), $"customer/{person}", 1);
        await module.Confirmed(Order(Line(10m)).With(o => o with { CustomerId = person }));
        (await module.Sales(SalesBy.Customer)).Rows[0].Name.ShouldBe("Wang Fang");

        await module.Services.GetRequiredService<IPersonKeys>().Destroy(person, CancellationToken.None);
        await module.Given(new PersonErasureRequestedV1(person, module.Time.GetUtcNow()), "person-erasure/1", 1);
        await module.Given(Customer(person, "Wang Fang again"), $"customer/{person}", 2);
        (await module.Sales(SalesBy.Customer)).Rows[0].Name.ShouldBeNull();

        (await Rebuild(module)).IsSame.ShouldBeTrue();
        (await module.Sales(SalesBy.Customer)).Rows[0].Name.ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task The_order_in_which_streams_arrive_makes_no_difference(DatabaseProvider provider)
    {
        var events = Happenings();
        var hashes = new List<string>();
        foreach (var arrival in new[] { events, [.. events.AsEnumerable().Reverse().OrderBy(e => e.Position)], [.. events.OrderBy(e => e.Position).ThenBy(e => e.Stream)] })
        {
            await using var module = await Start(provider);
            await module.Arrive(arrival);
            await module.Pump();
            hashes.Add(await module.Read<ReportingDbContext, string>(db => FactsHash.Of(db, 1, CancellationToken.None)));
        }

        hashes.Distinct().Count().ShouldBe(1);
    }

    internal static async Task<RebuildOutcome> Rebuild(ModuleHarness module)
    {
        var generation = await InTransaction(module, rebuild => rebuild.Begin(CancellationToken.None));
        while (await InTransaction(module, rebuild => rebuild.Replay(generation, 4, CancellationToken.None)) == 4)
        {
        }

        var outcome = await InTransaction(module, rebuild => rebuild.Finish(generation, 4, CancellationToken.None));
        while (await InTransaction(module, rebuild => rebuild.DropRetired(CancellationToken.None)) > 0)
        {
        }

        return outcome;
    }

    private static async Task<T> InTransaction<T>(ModuleHarness module, Func<FactsRebuild, Task<T>> work)
    {
        await using var scope = module.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        var result = await work(scope.ServiceProvider.GetRequiredService<FactsRebuild>());
        await db.SaveChangesAsync();
        await transaction.Commit(CancellationToken.None);
        return result;
    }

    private static async Task MuchHappens(ModuleHarness module)
    {
        await module.Arrive(Happenings());
        await module.Pump();
    }

    /// <summary>Orders that are shipped, paid and cancelled, copies that change, and a target that is set twice.</summary>
    private static List<(IIntegrationEvent Event, string Stream, int Position)> Happenings()
    {
        var (product, customer, user, target) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var kept = Order(Line(10m, 3, 0.15m, product: product), Line(0.335m)).With(o => o with { CustomerId = customer, SalespersonId = user });
        var cancelled = Order(Line(99m, product: product), Line(1m));
        var twice = Order(SomeDay.AddMonths(1), Line(4m));
        var line = kept.Order.Lines[0];
        return
        [
            (kept, $"order/{kept.OrderId}", 1),
            (new ShipmentDispatchedV1(kept.OrderId, Guid.CreateVersion7(), null, SomeDay.AddDays(1), [new ShippedLineV1(line.LineId, product, 2)], false), $"order/{kept.OrderId}", 2),
            (new PaymentCapturedV1(kept.OrderId, Guid.CreateVersion7(), customer, 20m, "EUR", SomeDay, 10m), $"order/{kept.OrderId}", 3),
            (cancelled, $"order/{cancelled.OrderId}", 1),
            (new OrderCancelledV1(cancelled.OrderId, true, SomeDay, "none"), $"order/{cancelled.OrderId}", 2),
            (twice, $"order/{twice.OrderId}", 1),
            (twice.With(o => o with { ShipToCountry = "Austria", Lines = [o.Lines[0] with { Quantity = 2, NetExact = 8m, Net = 8m }] }), $"order/{twice.OrderId}", 2),
            (Customer(customer, "Ernst Handel"), $"customer/{customer}", 1),
            (new ProductChangedV1(product, "T-1", "Green tea", "Tea", "box", 10m, "EUR", 4m, true, null), $"product/{product}", 1),
            (new ProductChangedV1(product, "T-1", "Green tea, loose", "Tea", "box", 10m, "EUR", 4m, true, null), $"product/{product}", 2),
            (new UserChangedV1(user, "anna", "Anna", null, null, null, "UTC", true), $"user/{user}", 1),
            (Target(target, (2, 100m), (3, 200m)), $"target/{target}", 1),
            (Target(target, (3, 250m)), $"target/{target}", 2),
        ];
    }

    private static CustomerChangedV1 Customer(Guid id, string name) => new(id, new CustomerStateV1(
        id, "C-1", "person", name, "Germany", null, null, null, null, null, "active", null, null, null, null, false, false, DateTimeOffset.UnixEpoch, []));

    private static TargetSetV1 Target(Guid id, params (int Month, decimal Value)[] months) => new(
        id, Guid.Empty, "2026", "netSales", "company", null, "EUR", [.. months.Select(m => new TargetMonthV1(new DateOnly(2026, m.Month, 1), m.Value))]);
}
