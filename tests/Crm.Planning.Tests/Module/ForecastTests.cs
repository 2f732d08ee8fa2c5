using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Planning.Api.Forecasts;
using Crm.Planning.Application.Forecasts;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;

namespace Crm.Planning.Tests.Module;

public sealed class ForecastTests
{
    private static readonly Guid Anna = new("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Bert = new("0192aaaa-0000-7000-8000-000000000002");
    private static readonly Guid North = new("0192bbbb-0000-7000-8000-000000000001");
    private static readonly Guid South = new("0192bbbb-0000-7000-8000-000000000002");

    [SkippableTheory, EveryProvider]
    public async Task An_adjustment_is_a_row_of_its_own_and_the_submission_stays(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var (anna, boss) = (Person(Anna, North, RowScope.Own), Person(Bert, North, RowScope.UnitAndBelow));
        await planning.Given(Opened(Guid.CreateVersion7(), "commit", 100), 1);
        await planning.Given(Opened(Guid.CreateVersion7(), "bestCase", 40), 1);
        await planning.Given(Opened(Guid.CreateVersion7(), "pipeline", 7, currency: "USD"), 1);
        await planning.Given(Opened(Guid.CreateVersion7(), "commit", 1000, owner: Bert, unit: South), 1);

        var said = await planning.Send(new SubmitForecast { Period = March, Currency = "EUR", Commit = 90, Comment = "One may slip" }, anna);
        var adjustment = await planning.Send(new AdjustForecast(said.Id, new AdjustmentInput(ForecastCategory.Commit, -15, "Cautious")), boss);

        (said.Said, said.Counted).ShouldBe((new ForecastAmounts(0, 40, 90, 0), new ForecastAmounts(0, 40, 100, 0)));
        var view = await planning.Read<PlanningDbContext, ForecastView>(async db => (await ForecastEndpoints.Get(said.Id, db, CancellationToken.None)).Value!);
        (view.Said.Commit, view.Adjusted.Commit, view.Comment).ShouldBe((90m, 75m, "One may slip"));
        view.Adjustments.Select(a => (a.Id, a.ById, a.Amount)).ShouldBe([(adjustment.Id, Bert, -15m)]);
        var told = await planning.Published<PlanningDbContext>(typeof(ForecastSubmittedV1), typeof(ForecastAdjustedV1));
        told.OfType<ForecastSubmittedV1>().Select(f => (f.SubmissionId, f.PersonId, f.UnitId, f.BestCase, f.Commit)).ShouldBe([(said.Id, Anna, North, 40m, 90m)]);
        told.OfType<ForecastAdjustedV1>().Select(a => (a.SubmissionId, a.Category, a.Amount)).ShouldBe([(said.Id, "commit", -15m)]);
        var stranger = Person(Guid.CreateVersion7(), South, RowScope.Unit);
        await Should.ThrowAsync<ResourceNotFound>(() => planning.Send(new AdjustForecast(said.Id, new AdjustmentInput(ForecastCategory.Commit, 1, "?")), stranger));
        await Should.ThrowAsync<NotAllowed>(() => planning.Send(new SubmitForecast { Period = March, Currency = "EUR", PersonId = Bert, UnitId = South }, anna));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_opportunities_say_now_follows_their_events_whatever_their_order(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var (won, lost, moved) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await planning.Given(new OpportunityWonV1(won, Guid.CreateVersion7(), null, "EUR", 300, new(2026, 3, 9), Anna, North, null, null, []), $"opportunity/{won}", 3);
        await planning.Given(Opened(won, "pipeline", 250), 1);
        await planning.Given(new OpportunityMovedV1(won, Guid.CreateVersion7(), State("commit", 310, state: "won", closes: new(2026, 5, 1))), $"opportunity/{won}", 4);
        await planning.Given(Opened(lost, "commit", 20), 1);
        await planning.Given(new OpportunityLostV1(lost, Guid.CreateVersion7(), March, "price", null, State("commit", 20, state: "lost")), $"opportunity/{lost}", 2);
        await planning.Given(Opened(moved, "commit", 60, unit: South), 1);
        await planning.Given(new OpportunityMovedV1(moved, Guid.CreateVersion7(), State("closed", 80, unit: South)), $"opportunity/{moved}", 2);

        var byPerson = await Present(planning, "person");
        var byUnit = await Present(planning, "unit");
        var ofNorth = await Present(planning, "person", Person(Bert, North, RowScope.Unit));

        byPerson.Rows.ShouldBe([new PresentRow(Anna, "EUR", new ForecastAmountsView(0, 0, 80, 310), 40)]);
        byUnit.Rows.Select(r => (r.Key, r.Amounts.Closed, r.Amounts.Commit)).ShouldBe([(North, 310m, 0m), (South, 0m, 80m)], ignoreOrder: true);
        ofNorth.Rows.Single().Amounts.ShouldBe(new ForecastAmountsView(0, 0, 0, 310));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_forecast_is_held_against_what_was_won_once_its_month_is_over(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var anna = Person(Anna, North, RowScope.Own);
        await planning.Send(new SubmitForecast { Period = March, Currency = "EUR", Commit = 50 }, anna);
        planning.Time.Advance(TimeSpan.FromDays(1));
        var last = await planning.Send(new SubmitForecast { Period = March, Currency = "EUR", Commit = 90, Closed = 30, BestCase = 500 }, anna);
        await planning.Send(new AdjustForecast(last.Id, new AdjustmentInput(ForecastCategory.Commit, -20, "Cautious")), Person(Bert, North, RowScope.All));
        await planning.Send(new AdjustForecast(last.Id, new AdjustmentInput(ForecastCategory.Pipeline, 7, "New")), Person(Bert, North, RowScope.All));
        var won = Guid.CreateVersion7();
        await planning.Given(new OpportunityWonV1(won, Guid.CreateVersion7(), null, "EUR", 100, new(2026, 3, 31), Anna, North, null, null, []), $"opportunity/{won}", 1);

        (await Accuracy(planning, new(2026, 3, 31))).Items.ShouldBeEmpty();
        var accuracy = await Accuracy(planning, new(2026, 4, 1));

        accuracy.Items.Select(i => (i.IsLast, i.Promised, i.Adjusted, i.Actual, i.Error, i.AdjustedError)).ShouldBe(
            [(false, 50m, 50m, 100m, -0.5m, -0.5m), (true, 120m, 100m, 100m, 0.2m, 0m)]);
        accuracy.Persons.ShouldBe([new PersonAccuracy(Anna, 1, 0.2m, 0.2m)]);
    }

    [Fact]
    public async Task A_forecast_is_of_somebody_and_of_a_month_that_is_not_over()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var anna = Person(Anna, North, RowScope.Own);

        var over = await Should.ThrowAsync<RuleBroken>(() => planning.Send(new SubmitForecast { Period = February, Currency = "EUR" }, anna));
        var nobody = await Should.ThrowAsync<RuleBroken>(() => planning.Send(new SubmitForecast { Period = March, Currency = "EUR" }));
        var wrong = await Should.ThrowAsync<InvalidInput>(() => planning.Send(new SubmitForecast { Period = March.AddDays(1), Currency = "JPY", Commit = 0.5m, Pipeline = -1 }, anna));
        var empty = await Should.ThrowAsync<InvalidInput>(() => planning.Send(new AdjustForecast(Anna, new AdjustmentInput(ForecastCategory.Commit, 0, "")), anna));

        (over.Rule, nobody.Rule).ShouldBe((ForecastRules.PeriodOver, ForecastRules.PersonMissing));
        wrong.Errors.Select(e => e.Pointer).ShouldBe(["/period", "/commit", "/pipeline"], ignoreOrder: true);
        empty.Errors.Select(e => e.Pointer).ShouldBe(["/amount", "/reason"], ignoreOrder: true);
    }

    private static Caller Person(Guid id, Guid unit, RowScope scope) => new(id, CallerKind.Person, "somebody")
    {
        UnitId = unit,
        UnitsBelow = [unit],
        Permissions = new Dictionary<string, RowScope> { [ForecastPermissions.Write.Name] = scope },
    };

    private static OpportunityOpenedV1 Opened(Guid id, string category, decimal amount, string currency = "EUR", Guid? owner = null, Guid? unit = null) =>
        new(id, Guid.CreateVersion7(), State(category, amount, currency, owner: owner, unit: unit));

    private static OpportunityStateV1 State(
        string category, decimal amount, string currency = "EUR", string state = "open", DateOnly? closes = null, Guid? owner = null, Guid? unit = null) => new(
        state, Guid.CreateVersion7(), "bid", category, currency, amount, amount / 2, 0.5m, null, closes ?? new DateOnly(2026, 3, 20), owner ?? Anna, unit ?? North, null, null,
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), IsDeleted: false);

    private static Task<PresentView> Present(ModuleHarness planning, string by, Caller? caller = null) =>
        planning.Read<PlanningDbContext, PresentView>(async db => (await ForecastEndpoints.Present(March, by, db, CancellationToken.None)).Value!, caller);

    private static Task<AccuracyView> Accuracy(ModuleHarness planning, DateOnly today) =>
        planning.Read<PlanningDbContext, AccuracyView>(db => db.Accuracy(January, March, today, CancellationToken.None));
}

internal static class Opportunities
{
    public static Task Given(this ModuleHarness planning, OpportunityOpenedV1 opened, int position) =>
        planning.Given(opened, $"opportunity/{opened.OpportunityId}", position);
}
