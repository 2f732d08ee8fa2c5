using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Application;
using Crm.Planning.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Planning.Tests.Module;

/// <summary>Plans as another system keeps them up to date, by its own key.</summary>
public sealed class ByReferenceTests
{
    private static readonly PlanInput Plan = new()
    {
        Name = "Spring",
        FirstMonth = new DateOnly(2026, 3, 1),
        LastMonth = new DateOnly(2026, 5, 1),
        Currency = "EUR",
    };

    [SkippableTheory, EveryProvider]
    public async Task A_plan_is_made_changed_and_brought_back_by_the_key_of_another_system(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);

        var made = await planning.Send(Put("1", Plan));
        var renamed = await planning.Send(Put("1", Plan with { Name = "Summer", ExternalRefs = [new ExternalRefInput("bi", "x")] }));
        await planning.Send(new DeletePlan(made.Plan.Id));
        var back = await planning.Send(Put("1", Plan));

        (made.WasCreated, renamed.WasCreated, back.WasCreated).ShouldBe((true, false, false));
        (renamed.Plan.Id, back.Plan.Id).ShouldBe((made.Plan.Id, made.Plan.Id));
        var refs = await planning.Read<PlanningDbContext, List<string>>(
            async db => [.. (await db.Plans.AsNoTracking().AsSplitQuery().SingleAsync()).ExternalRefs.Select(r => $"{r.System}/{r.RefId}").Order()]);
        refs.ShouldBe(["bi/x", "erp/1"]);
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(Put("2", Plan with { ExternalRefs = [new ExternalRefInput("bi", "x")] })))).Rule.Code
            .ShouldBe("planning.reference-taken");
    }

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_that_put_the_same_and_other_plans_at_once_all_succeed(DatabaseProvider provider)
    {
        await using var planning = await PlanningDesk.Open(provider);

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => planning.Send(Put($"{i % 5}", Plan with { Name = $"Plan {i}" })))));

        replies.Select(r => r.Plan.Id).Distinct().Count().ShouldBe(5);
        replies.Count(r => r.WasCreated).ShouldBe(5);
    }

    private static PutPlanByRef Put(string key, PlanInput plan) => new("erp", key, plan);
}
