using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Api.Opportunities;
using Crm.Customers.Application;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>Stages, and what all opportunities come to.</summary>
public sealed class PipelineTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Phrase Names = new("Name", "名称");

    [SkippableTheory, EveryProvider]
    public async Task What_happens_after_midnight_belongs_to_the_next_day_and_what_ended_while_nobody_wrote_is_told_with_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var (moved, won, lost, again) = (await Open(customers, anna, 100m), await Open(customers, anna, 10m), await Open(customers, anna, 1m), await Open(customers, anna, 1000m));
        customers.Time.MoveTo(At(Monday, 12));
        await customers.Send(new LoseOpportunity { Id = lost, Reason = "timing" });
        await customers.Send(new LoseOpportunity { Id = again, Reason = "timing" });
        customers.Time.MoveTo(At(Monday.AddDays(1), 1));
        await customers.Send(new MoveOpportunity { Id = moved, Stage = "verbal" });
        await customers.Send(new WinOpportunity { Id = won, Reason = "price" });
        await customers.Send(new ReopenOpportunity { Id = again, Reason = "on second thoughts" });
        customers.Time.MoveTo(At(Monday.AddDays(1), 15));
        (await customers.WriteDownTheDay()).ShouldBe("3 opportunities as of 2026-03-02");

        var first = await customers.SumUp(SummaryBy.Stage, on: Monday);
        first.Rows.Select(r => (r.Key, r.Count, r.Amount, r.Weighted)).ShouldBe([("qualification", 2, 110m, 11m)]);
        (await customers.SumUp(SummaryBy.Reason, "lost", on: Monday)).Rows.Select(r => (r.Key, r.Count, r.Amount)).ShouldBe([("timing", 1, 1m)]);
        (await customers.SumUp(SummaryBy.Category, on: Monday)).Rows.Select(r => r.Key).ShouldBe(["pipeline"]);

        // The third is never written down: its win is told with the fourth.
        customers.Time.MoveTo(At(Monday.AddDays(3), 1));
        (await customers.WriteDownTheDay()).ShouldBe("3 opportunities as of 2026-03-04");
        await customers.Send(new ReopenOpportunity { Id = won, Reason = "on second thoughts" });
        var forecast = await customers.SumUp(SummaryBy.Category, on: Monday.AddDays(2));
        forecast.Rows.Select(r => (r.Key, r.Amount, r.Weighted)).ShouldBe([("closed", 10m, 10m), ("commit", 100m, 90m), ("pipeline", 1000m, 100m)]);
        (await customers.SumUp(SummaryBy.Category)).Rows.Select(r => r.Key).ShouldBe(["commit", "pipeline"]);
        (await customers.SumUp(SummaryBy.Month, "won", on: Monday.AddDays(2))).Rows.Select(r => (r.Key, r.Amount)).ShouldBe([("2026-03", 10m)]);
        (await Should.ThrowAsync<InvalidInput>(() => customers.SumUp(SummaryBy.Reason))).Errors.Single().Pointer.ShouldBe("state");
    }

    [SkippableTheory, EveryProvider]
    public async Task Nothing_is_ever_in_a_stage_that_is_gone(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var pipeline = await customers.Send(new LayPipeline { Code = "partners", Names = Names, Stages = [Stage("one", 0.2m), Stage("two", 0.6m)] });
        ChangePipeline Lay(params PipelineContent.Stage[] stages) => new() { Id = pipeline.Id, Names = Names, Stages = stages };
        var lost = (await customers.Send(Tea(anna) with { Pipeline = "partners", Stage = "two", ManualProbability = 0.9m, ManualReason = "sure" })).Id;
        await customers.Send(new LoseOpportunity { Id = lost, Reason = "timing" });

        await customers.Send(Lay(Stage("one", 0.3m)));
        await customers.Send(new ReopenOpportunity { Id = lost, Reason = "they are back" });

        var back = await customers.Read<CustomersDbContext, Opportunity>(db => db.Opportunities.AsSplitQuery().SingleAsync());
        (back.Stage, back.Probability, back.Weighted, back.Stays[^1].Stage).ShouldBe(("one", 0.3m, 30m, "one"));
        var own = await customers.Send(Lay(Stage("one", 0.3m), Stage("two", 0.5m)) with { IsActive = false });
        await customers.Send(new MoveOpportunity { Id = lost, Stage = "two", Pipeline = own.Code });

        for (var round = 0; round < 6; round++)
        {
            await customers.Send(Lay(Stage("one", 0.3m), Stage("two", 0.5m)));
            await customers.Send(new MoveOpportunity { Id = lost, Stage = "one" });
            await Task.WhenAll(
                Refusable(() => customers.Send(new MoveOpportunity { Id = lost, Stage = "two" })),
                Refusable(() => customers.Send(Tea(anna) with { Pipeline = "partners", Stage = "two" })),
                Refusable(() => customers.Send(Lay(Stage("one", 0.3m)))));
            var stages = await customers.Read<CustomersDbContext, List<string>>(async db => [.. (await db.Pipelines.SingleAsync(p => p.Code == "partners")).Stages.Select(s => s.Code)]);
            var used = await customers.Read<CustomersDbContext, List<string>>(db => db.Opportunities.Where(o => o.State == OpportunityState.Open).Select(o => o.Stage).Distinct().ToListAsync());
            used.Except(stages).ShouldBeEmpty($"round {round}");
            if (stages.Count == 2) break;
        }
    }

    [Fact]
    public async Task A_summary_tells_pipelines_apart_and_nothing_that_is_masked()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var partners = await customers.Send(new LayPipeline { Code = "partners", Names = Names, Stages = [Stage("qualification", 0.5m)] });
        await customers.Send(Tea(anna));
        await customers.Send(Tea(anna) with { Pipeline = "partners" });

        var rows = (await customers.SumUp(SummaryBy.Stage)).Rows;
        rows.Select(r => (r.Key, r.Amount, r.Weighted)).OrderBy(r => r.Weighted).ShouldBe([("qualification", 100m, 10m), ("qualification", 100m, 50m)]);
        rows.Single(r => r.Weighted == 50m).PipelineId.ShouldBe(partners.Id);
        (await Masked("amount")).Rows.ShouldAllBe(r => r.Amount == null && r.Weighted == null && r.Count == 1);
        (await Masked("weighted")).Rows.ShouldAllBe(r => r.Amount == 100m && r.Weighted == null);
        foreach (var (field, by) in new[] { ("ownerId", SummaryBy.Owner), ("stage", SummaryBy.Stage), ("expectedClose", SummaryBy.Month), ("category", SummaryBy.Category) })
            (await Should.ThrowAsync<InvalidInput>(() => Masked(field, by))).Errors.Single().Pointer.ShouldBe("by");
        (await Should.ThrowAsync<InvalidInput>(() => customers.SumUp(SummaryBy.Stage, caller: WithMask("ownerId"), owner: anna))).Errors.Single().Pointer.ShouldBe("ownerId");
        (await Should.ThrowAsync<InvalidInput>(() => customers.SumUp(SummaryBy.Stage, caller: WithMask("expectedClose"), closeTo: Monday))).Errors.Single().Pointer.ShouldBe("closeTo");

        Task<PipelineSummaryView> Masked(string field, SummaryBy by = SummaryBy.Stage) => customers.SumUp(by, caller: WithMask(field));

        static Caller WithMask(string field) => CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All) with
        {
            Masks = new Dictionary<string, FieldMask> { [$"opportunities.{field}"] = FieldMask.Omit },
        };
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static PipelineContent.Stage Stage(string code, decimal probability) => new(code, Names, probability, ForecastCategory.Pipeline);

    private static OpenOpportunity Tea(Guid customer) => new() { CustomerId = customer, Title = "Tea", Currency = "EUR", Amount = 100m, ExpectedClose = Monday.AddDays(60) };

    private static async Task<Guid> Open(ModuleHarness customers, Guid customer, decimal amount) => (await customers.Send(Tea(customer) with { Amount = amount })).Id;

    private static Task Refusable(Func<Task> act) => Task.Run(async () =>
    {
        try
        {
            await act();
        }
        catch (RuleBroken)
        {
            // One of them comes too late, whichever that is.
        }
    });
}

/// <summary>Days that are written down, and sums of them.</summary>
internal static class Forecasting
{
    public static async Task<string> WriteDownTheDay(this ModuleHarness customers)
    {
        await using var scope = customers.Scope();
        return await scope.ServiceProvider.GetRequiredService<SnapshotOpportunities>().Run(CancellationToken.None);
    }

    public static async Task<PipelineSummaryView> SumUp(
        this ModuleHarness customers, SummaryBy by, string? state = null, DateOnly? on = null, Guid? owner = null, DateOnly? closeTo = null, Caller? caller = null)
    {
        await using var scope = customers.Scope(caller);
        var services = scope.ServiceProvider;
        return (await PipelineSummary.Get(
            Enums.Name(by), state, on, null, owner, null, closeTo,
            services.GetRequiredService<CustomersDbContext>(), services.GetRequiredService<CompanyDay>(), services.GetRequiredService<CallerContext>(), CancellationToken.None)).Value!;
    }
}
