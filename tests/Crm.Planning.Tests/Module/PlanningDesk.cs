using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api;
using Crm.Planning.Application;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Crm.Planning.Tests.Module;

/// <summary>The planning module as its callers use it.</summary>
internal static class PlanningDesk
{
    public static readonly DateOnly January = new(2026, 1, 1);
    public static readonly DateOnly February = new(2026, 2, 1);
    public static readonly DateOnly March = new(2026, 3, 1);

    public static Task<ModuleHarness> Open(DatabaseProvider provider) => ModuleHarness.Start(provider, new PlanningModule());

    public static CreatePlan FirstQuarter(params TargetInput[] targets) =>
        new() { Name = "First quarter", FirstMonth = January, LastMonth = March, Currency = "EUR", Targets = targets };

    public static TargetInput Company(TargetMetric metric, params decimal[] fromJanuary) => new(metric, TargetScope.Company, Months(fromJanuary));

    public static TargetInput Of(Guid person, params decimal[] fromJanuary) =>
        new(TargetMetric.NetSales, TargetScope.Person, Months(fromJanuary), PersonId: person);

    public static TargetInput Through(string channel, params decimal[] fromJanuary) =>
        new(TargetMetric.NetSales, TargetScope.Channel, Months(fromJanuary), Channel: channel);

    public static Task<AttainmentView> AttainmentOf(this ModuleHarness planning, Guid plan, Caller? caller = null) =>
        planning.Read<PlanningDbContext, AttainmentView>(async db => (await AttainmentEndpoints.Get(plan, db, Acting(caller), CancellationToken.None)).Value!, caller);

    public static Task<ActualsView> ActualsOf(this ModuleHarness planning, Guid plan, string by, Caller? caller = null) =>
        planning.Read<PlanningDbContext, ActualsView>(async db => (await AttainmentEndpoints.GetActuals(plan, by, db, Acting(caller), CancellationToken.None)).Value!, caller);

    public static Task<FiguresView> Figures(this ModuleHarness planning) =>
        planning.Read<PlanningDbContext, FiguresView>(async db => (await AttainmentEndpoints.GetFigures(db, CancellationToken.None)).Value!);

    /// <summary>All orders behind a figure that the caller reaches, page by page.</summary>
    public static async Task<List<CreditedOrderRow>> OrdersBehind(
        this ModuleHarness planning, Guid plan, Guid? target = null, DateOnly? month = null, Caller? caller = null)
    {
        var rows = new List<CreditedOrderRow>();
        string? cursor = null;
        do
        {
            var page = await planning.OrdersPage(plan, target, month, cursor, caller);
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return rows;
    }

    public static async Task<Page<CreditedOrderRow>> OrdersPage(
        this ModuleHarness planning, Guid plan, Guid? target = null, DateOnly? month = null, string? cursor = null, Caller? caller = null)
    {
        await using var scope = planning.Scope(caller);
        var query = new Dictionary<string, StringValues> { ["limit"] = "7" };
        if (target is { } id) query["targetId"] = id.ToString();
        if (month is { } first) query["filter[month]"] = first.ToString("O");
        if (cursor is not null) query["cursor"] = cursor;
        var services = scope.ServiceProvider;
        var request = new ListRequest(new QueryCollection(query), services.GetRequiredService<CallerContext>().Caller, planning.Time, services);
        return (await AttainmentEndpoints.GetOrders(plan, target, request, services.GetRequiredService<PlanningDbContext>(), CancellationToken.None)).Content;
    }

    private static CallerContext Acting(Caller? caller)
    {
        var context = new CallerContext();
        context.Act(caller ?? Caller.Job("test"), RowScope.All);
        return context;
    }

    private static MonthInput[] Months(decimal[] values) => [.. values.Select((value, i) => new MonthInput(January.AddMonths(i), value))];
}
