using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application;
using Crm.Planning.Application.Competitors;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Module;

public sealed class CompetitorTests
{
    private static readonly DateOnly Seen = new(2026, 1, 5);

    [SkippableTheory, EveryProvider]
    public async Task Prices_seen_at_competitors_are_summed_up_by_currency_and_tax(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var (north, south) = (await Competitor(planning, "north"), await Competitor(planning, "south"));
        await planning.Send(Price(north, 9.8m));
        await planning.Send(Price(south, 10.3m) with { SeenOn = Seen.AddDays(-1) });
        await planning.Send(Price(south, 12.5m) with { IncludesTax = true });
        await planning.Send(Price(south, 70.12345678m) with { Currency = "CNY", Confidence = 0.4m });
        await planning.Send(Price(north, 1m) with { SeenOn = Seen.AddDays(-400) });
        await planning.Send(Price(north, 2m) with { Sku = "OTHER" });

        var levels = await Levels(planning, leastConfidence: 0);

        levels.ShouldBe(
        [
            new PriceLevel("CNY", false, 1, 1, 70.12345678m, 70.12345678m, 70.12345678m, "south", Seen, 5),
            new PriceLevel("EUR", false, 2, 2, 10.05m, 9.8m, 10.3m, "north", Seen, 5),
            new PriceLevel("EUR", true, 1, 1, 12.5m, 12.5m, 12.5m, "south", Seen, 5),
        ]);
        (await Levels(planning, leastConfidence: 0.5m)).Select(l => l.Currency).ShouldBe(["EUR", "EUR"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_observation_is_corrected_by_another_and_voided_but_never_changed(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        var (north, south) = (await Competitor(planning, "north"), await Competitor(planning, "south"));
        var wrong = await planning.Send(Price(north, 98m));
        var right = await planning.Send(Price(north, 9.8m) with { ReplacesId = wrong.Id });
        (await Levels(planning)).Single().High.ShouldBe(9.8m);

        (await Refused(planning, Price(north, 9m) with { ReplacesId = wrong.Id })).ShouldBe(CompetitorRules.ObservationNotHolding);
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new VoidPrice(wrong.Id, "twice")))).Rule.ShouldBe(CompetitorRules.ObservationNotHolding);
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(Price(south, 9m) with { ReplacesId = right.Id }))).Errors.Single().Pointer.ShouldBe("/replacesId");
        await planning.Send(new VoidPrice(right.Id, "Seen in another shop."));

        (await Levels(planning)).ShouldBeEmpty();
        (await planning.Published<PlanningDbContext>(typeof(CompetitorPriceObservedV1))).Cast<CompetitorPriceObservedV1>()
            .Select(o => (o.CompetitorCode, o.Sku, o.UnitPrice, o.Source, o.Replaces)).ShouldBe([("north", "TEA", 98m, "web", null), ("north", "TEA", 9.8m, "web", wrong.Id)]);
        var state = await planning.Read<PlanningDbContext, List<StateEvent>>(db => new PlanningState(db).Read(CancellationToken.None).ToListAsync().AsTask());
        state.Select(s => (((CompetitorPriceObservedV1)s.Event).ObservationId, s.StreamPosition)).ShouldBe([(wrong.Id, 1), (right.Id, 1)]);
    }

    [Fact]
    public async Task A_competitor_has_one_code_and_archived_gets_no_more_prices()
    {
        await using var planning = await PlanningDesk.Open(DatabaseProvider.Sqlite);
        var north = await Competitor(planning, "north");
        (await Should.ThrowAsync<RuleBroken>(() => Competitor(planning, "north"))).Rule.ShouldBe(CompetitorRules.CodeTaken);

        await planning.Send(new ChangeCompetitor(north, new CompetitorInput { Name = "North, gone", IsArchived = true }));

        (await Refused(planning, Price(north, 9m))).ShouldBe(CompetitorRules.Archived);
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(Price(Guid.CreateVersion7(), 9m)))).Errors.Single().Pointer.ShouldBe("/competitorId");
        var wrong = Price(north, -1m) with { Sku = "", Currency = "XXX", Confidence = 1.5m, Quantity = 0, SeenOn = new(2030, 1, 1) };
        (await Should.ThrowAsync<InvalidInput>(() => planning.Send(wrong))).Errors.Select(e => e.Pointer)
            .ShouldBe(["/sku", "/unitPrice", "/currency", "/quantity", "/seenOn", "/confidence"], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Prices_come_in_by_file_and_what_is_written_down_already_stays_once(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);
        await Competitor(planning, "north");
        const string Profile = """
            { "target": "planning.competitor-prices", "key": { "system": "scout", "columns": ["Rival", "Item", "Day"] },
              "fields": { "competitor": { "column": "Rival" }, "sku": { "column": "Item" }, "seenOn": { "column": "Day" }, "unitPrice": { "column": "Price" }, "currency": { "constant": "EUR" } } }
            """;

        var first = await planning.Import("planning", Profile, "Rival,Item,Day,Price\nnorth,TEA,2026-01-05,9.8\nnorth,CUP,2026-01-05,7.5\nnobody,TEA,2026-01-05,9\nnorth,POT,2026-01-05,-1\n");
        var second = await planning.Import("planning", Profile, "Rival,Item,Day,Price\nnorth,TEA,2026-01-05,9.8\nnorth,TEA,2026-01-06,9.7\n");

        first.Counts.ShouldBe((2, 0, 0, 2), string.Join("\n", first.Problems));
        first.Problems.ShouldContain(p => p.Contains(CompetitorRules.Unknown.Code, StringComparison.Ordinal));
        second.Counts.ShouldBe((1, 0, 1, 0), string.Join("\n", second.Problems));
        (await Levels(planning)).Single().Median.ShouldBe(9.75m);
    }

    private static async Task<Guid> Competitor(ModuleHarness planning, string code) => (await planning.Send(new CreateCompetitor { Code = code, Name = $"The {code}" })).Id;

    private static ObservePrice Price(Guid competitor, decimal price) =>
        new() { CompetitorId = competitor, Sku = "TEA", UnitPrice = price, Currency = "EUR", SeenOn = Seen, Source = ObservationSource.Web };

    private static async Task<Rule> Refused(ModuleHarness planning, ObservePrice price) => (await Should.ThrowAsync<RuleBroken>(() => planning.Send(price))).Rule;

    private static Task<IReadOnlyList<PriceLevel>> Levels(ModuleHarness planning, decimal leastConfidence = 0) =>
        planning.Read<PlanningDbContext, IReadOnlyList<PriceLevel>>(db => new ObservedPrices(db).Levels("TEA", Seen.AddDays(-90), Seen.AddDays(5), leastConfidence, CancellationToken.None));
}
