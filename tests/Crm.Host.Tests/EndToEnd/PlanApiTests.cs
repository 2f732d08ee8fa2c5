using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A plan from the draft to the version after it, and the forecast of a month, as a sales manager sees them.</summary>
public sealed class PlanApiTests
{
    private const string Plans = "/api/v1/planning/plans";
    private const string Forecasts = "/api/v1/planning/forecasts";

    [SkippableTheory, EveryProvider]
    public async Task A_manager_plans_a_year_divides_it_works_by_it_and_plans_it_anew(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var manager = app.Administrator();
        var plan = (await (await manager.Post(Plans, new
        {
            name = "Year",
            firstMonth = "2026-01-01",
            lastMonth = "2026-12-01",
            currency = "EUR",
            targets = new[] { new { metric = "netSales", scope = "company", months = new[] { new { month = "2026-01-01", value = 1 } } } },
        })).Json(HttpStatusCode.Created)).Id();
        var at = $"{Plans}/{plan}";
        var company = (await Read(manager, at)).GetProperty("targets")[0].Id();

        await (await manager.Post($"{at}/targets/{company}/distribute", new { total = 1_000_000.01m, pattern = "even", stretch = 1_200_000 })).Json();
        await (await manager.Post($"{at}/targets/{company}/break-down", new { scope = "channel", by = "even", keys = new[] { "web", "shop", "phone" } })).Json();
        var tree = (await Read(manager, $"{at}/targets/tree")).GetProperty("targets").EnumerateArray().Single();
        tree.GetProperty("total").GetDecimal().ShouldBe(1_000_000.01m);
        tree.GetProperty("children").EnumerateArray().Sum(c => c.GetProperty("total").GetDecimal()).ShouldBe(1_000_000.01m);
        var mix = new { channelMix = new[] { new { channel = "web", share = 0.99m } } };
        await (await manager.Put($"{at}/channel-mix", mix)).Problem(428, "urn:crm:precondition-required");
        await (await manager.Put($"{at}/channel-mix", mix, await Tag(manager, at))).Problem(409, "urn:crm:rule:planning.mix-not-whole");
        await (await manager.Put($"{at}/budget-lines", new { budgetLines = new[] { new { code = "ads", name = "Advertising", planned = 100 } } }, await Tag(manager, at))).Json();

        foreach (var step in new[] { "submit", "approve", "activate" }) await (await manager.Post($"{at}/{step}", new { })).Json();
        var revision = $"{Plans}/{(await (await manager.Post($"{at}/revisions", new { })).Json(HttpStatusCode.Created)).Id()}";
        var whole = (await Read(manager, revision)).GetProperty("targets").EnumerateArray().Single(t => t.Text("scope") == "company").Id();
        await (await manager.Post($"{revision}/targets/{whole}/distribute", new { total = 5, pattern = "even" })).Json();
        await (await manager.Post($"{revision}/approve", new { })).Problem(409, "urn:crm:rule:planning.children-do-not-sum");
        await (await manager.Post($"{revision}/targets/{whole}/roll-up", new { })).Json();
        (await Read(manager, $"{revision}/comparison?with={plan}")).GetProperty("targets").GetArrayLength().ShouldBe(0);
        foreach (var step in new[] { "approve", "activate" }) await (await manager.Post($"{revision}/{step}", new { })).Json();

        (await Read(manager, at)).Text("state").ShouldBe("closed");
        (await Read(manager, $"{at}/versions")).GetProperty("items").EnumerateArray().Select(v => (v.GetProperty("number").GetInt32(), v.Text("state")))
            .ShouldBe([(1, "closed"), (2, "active")]);
        await ForecastIsSaidAndAdjusted(app, manager);
        await app.EventsSettled();
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    private static async Task ForecastIsSaidAndAdjusted(CrmApp app, HttpClient manager)
    {
        var (_, person) = await app.Person("sales-representative");
        var customer = (await (await manager.Post(Annas.Customers, new { name = "Canteen" })).Json(HttpStatusCode.Created)).Id();
        await (await manager.Post(
            "/api/v1/customers/opportunities", new { customerId = customer, title = "Tea", currency = "EUR", expectedClose = "2099-12-20", amount = 70, ownerId = person })).Json(HttpStatusCode.Created);
        await app.EventsSettled();

        var said = await (await manager.Post(Forecasts, new { period = "2099-12-01", currency = "EUR", commit = 40, personId = person })).Json(HttpStatusCode.Created);
        await (await manager.Post($"{Forecasts}/{said.Id()}/adjustments", new { category = "commit", amount = -5, reason = "Cautious" })).Json(HttpStatusCode.Created);
        var read = await Read(manager, $"{Forecasts}/{said.Id()}");
        var seller = await app.Client("sales-representative");

        said.GetProperty("said").GetProperty("pipeline").GetDecimal().ShouldBe(70);
        read.GetProperty("adjusted").GetProperty("commit").GetDecimal().ShouldBe(35);
        await (await seller.GetAsync($"{Forecasts}/{said.Id()}")).Problem(404, "urn:crm:not-found");
        await (await seller.Post($"{Forecasts}/{said.Id()}/adjustments", new { category = "commit", amount = 5, reason = "More" })).Problem(403, "urn:crm:forbidden");
        (await Read(seller, $"{Forecasts}/present?period=2099-12-01")).GetProperty("rows").GetArrayLength().ShouldBe(0);
        await (await manager.GetAsync($"{Forecasts}/accuracy?from=2026-01-01&to=2030-01-01")).Problem(400, "urn:crm:validation");
        await (await manager.GetAsync($"{Forecasts}/present?period=2099-12-02")).Problem(400, "urn:crm:validation");
    }

    private static async Task<JsonElement> Read(HttpClient client, string path) => await (await client.GetAsync(path)).Json();

    private static async Task<string> Tag(HttpClient client, string path) => (await client.GetAsync(path)).Tag();
}
