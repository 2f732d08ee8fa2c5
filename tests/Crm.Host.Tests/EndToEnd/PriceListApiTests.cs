using System.Net;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Price lists as those who plan prices see them.</summary>
public sealed class PriceListApiTests
{
    private const string Lists = "/api/v1/planning/price-lists";
    private const string Proposals = "/api/v1/planning/proposals";
    private const string Sales = "/api/v1/sales-orders";

    [SkippableTheory, EveryProvider]
    public async Task A_price_list_goes_from_an_observation_to_the_till(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        var quote = new { customerId = anna, currency = "EUR", lines = new[] { new { sku = "TEA", quantity = 1 } } };

        var list = await (await client.Post(Lists, Retail("retail"))).Json(HttpStatusCode.Created);
        var address = $"{Lists}/{list.Id()}";
        await (await client.Post($"{address}/approve", new { })).Problem(409, "urn:crm:rule:planning.price-missing");
        var observed = new { sku = "TEA", competitor = "rival", unitPrice = 10m, currency = "EUR", seenOn = "2026-11-20" };
        var made = (await client.Finished(await client.Post($"{address}/propose", new { observations = new[] { observed } }))).GetProperty("result");
        var proposal = $"{Proposals}/{made.Text("proposalId")}";
        var row = (await (await client.GetAsync($"{proposal}/rows")).Json()).GetProperty("items")[0];
        var explained = await (await client.GetAsync($"{proposal}/rows/{row.Id()}/reasons")).Json();
        var decided = await (await client.Post($"{proposal}/decisions", new { accept = new[] { "TEA" } })).Json();
        await (await client.Post($"{address}/approve", new { })).Json();
        var published = await (await client.Post($"{address}/publish", new { })).Json();
        await app.EventsSettled();

        row.GetProperty("proposed").GetDecimal().ShouldBe(9.99m);
        explained.GetProperty("reasons").EnumerateArray().Select(r => r.Text("kind")).ShouldBe(["lowest", "undercut", "ending"]);
        (decided.GetProperty("accepted").GetInt32(), decided.Text("state")).ShouldBe((1, "decided"));
        (published.Text("state"), published.GetProperty("number").GetInt32()).ShouldBe(("published", 1));
        (await UnitNet(client, quote)).ShouldBe(9.99m);
        var taken = (await (await client.GetAsync($"{Sales}/price-lists/retail/versions/1")).Json()).GetProperty("items")[0];
        taken.GetProperty("floor").GetDecimal().ShouldBe(9m);

        await (await client.Post($"{address}/suspend", new { reason = "wrong price" })).Json();
        await app.EventsSettled();
        (await UnitNet(client, quote)).ShouldBe(20m);
        await (await client.Post($"{address}/resume", new { })).Json();
        await app.EventsSettled();
        (await UnitNet(client, quote)).ShouldBe(9.99m);
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_with_a_list_is_named_at_its_place_and_nothing_is_kept_of_it()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var list = await (await client.Post(Lists, Retail("retail"))).Json(HttpStatusCode.Created);

        const string Evaluations = "/api/v1/planning/price-rules/evaluations";
        var unknown = await (await client.Post(Evaluations, new { rule = new { type = "guess" }, currency = "EUR", skus = new[] { "TEA" } })).Problem(400, "urn:crm:validation");
        unknown.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldAllBe(at => at.StartsWith("/rule", StringComparison.Ordinal));
        var wrong = await (await client.Post(Evaluations, new { rule = new { type = "margin", rate = 2 }, currency = "EUR", skus = new[] { "TEA" } })).Problem(400, "urn:crm:validation");
        wrong.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/rule/rate"]);
        await (await client.Put($"{Lists}/{list.Id()}", Retail("retail"))).Problem(428, "urn:crm:precondition-required");
        await (await client.Post($"{Lists}/{Guid.CreateVersion7()}/publish", new { })).Problem(404, "urn:crm:not-found");
        var seller = await app.Client("sales-representative");
        await (await seller.Post($"{Lists}/{list.Id()}/approve", new { })).Problem(403, "urn:crm:forbidden");

        (await (await client.GetAsync($"{Lists}?total=exact")).Json()).GetProperty("total").GetInt32().ShouldBe(1);
    }

    private static object Retail(string code) => new
    {
        code,
        name = new { english = "Retail", chinese = "零售" },
        content = new
        {
            currency = "EUR",
            rule = new { type = "competitor", undercutRate = 0.05m, maxAgeDays = 3650 },
            bounds = new { floorAmount = 9m },
            rounding = new { endings = new[] { 0.99m } },
            lines = new[] { new { sku = "TEA" } },
        },
    };

    private static async Task<decimal> UnitNet(HttpClient client, object quote) =>
        (await (await client.Post($"{Sales}/price-quotes", quote)).Json()).GetProperty("price").GetProperty("net").GetDecimal();
}
