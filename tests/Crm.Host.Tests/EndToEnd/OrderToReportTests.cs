using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>One sale on its way through all four modules, seen only through the API.</summary>
public sealed class OrderToReportTests
{
    private const string Plans = "/api/v1/planning/plans";

    [SkippableTheory, EveryProvider]
    public async Task A_sale_counts_in_the_plan_and_in_the_report_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var seller = app.Administrator();
        var customer = await seller.RegisterAnna();
        await seller.AddTea();
        await app.EventsSettled();
        var (first, second) = (await seller.OrderTea(customer), await seller.OrderTea(customer));
        var day = DateOnly.Parse((await Read(seller, $"{Annas.Orders}/{first}")).Text("orderedOn")!);
        var plan = await ApprovedPlan(seller, day, target: 100m);

        await app.EventsSettled();
        (await Attained(seller, plan)).ShouldBe((80m, 0.8m));
        (await Sold(seller)).ShouldBe((2, 80m));

        await (await seller.Post($"{Annas.Orders}/{second}/cancel", new { reason = "ordered twice" })).Json();
        await (await seller.Post($"{Annas.Orders}/{first}/ship", new { carrier = "Speedy" })).Json();
        await (await seller.Post($"{Annas.Orders}/{first}/pay", new { amount = 40m, method = "transfer" })).Json();
        await app.EventsSettled();

        (await Attained(seller, plan)).ShouldBe((40m, 0.4m));
        (await Sold(seller)).ShouldBe((1, 40m));
        (await Read(seller, $"{Annas.Orders}/{first}")).Text("status").ShouldBe("completed");
        var behind = (await Read(seller, $"{Plans}/{plan}/attainment/orders?targetId={await TargetOf(seller, plan)}")).GetProperty("items");
        behind.EnumerateArray().ShouldHaveSingleItem().Id().ShouldBe(first);
    }

    private static async Task<Guid> ApprovedPlan(HttpClient planner, DateOnly day, decimal target)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        var plan = (await (await planner.Post(Plans, new
        {
            name = "This month",
            firstMonth = month,
            lastMonth = month,
            currency = "EUR",
            targets = new[] { new { metric = "netSales", scope = "company", months = new[] { new { month, value = target } } } },
        })).Json(HttpStatusCode.Created)).Id();
        await (await planner.Post($"{Plans}/{plan}/approve", new { })).Json();
        return plan;
    }

    private static async Task<(decimal Actual, decimal Attainment)> Attained(HttpClient planner, Guid plan)
    {
        var total = (await Read(planner, $"{Plans}/{plan}/attainment")).GetProperty("targets")[0].GetProperty("total");
        return (total.GetProperty("actual").GetDecimal(), total.GetProperty("attainment").GetDecimal());
    }

    private static async Task<Guid> TargetOf(HttpClient planner, Guid plan) =>
        (await Read(planner, $"{Plans}/{plan}/attainment")).GetProperty("targets")[0].GetProperty("targetId").GetGuid();

    private static async Task<(int Orders, decimal Net)> Sold(HttpClient manager)
    {
        var totals = (await Read(manager, $"{Annas.Report}?by=month")).GetProperty("totals");
        return (totals.GetProperty("orders").GetInt32(), totals.GetProperty("net").GetProperty("amount").GetDecimal());
    }

    private static async Task<JsonElement> Read(HttpClient client, string path) => await (await client.GetAsync(path)).Json();
}
