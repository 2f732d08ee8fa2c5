using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What is wrong in the catalogue is found, shown and decided over the API.</summary>
public sealed class QualityApiTests
{
    private const string Products = "/api/v1/sales-orders/products";
    private const string Quality = "/api/v1/sales-orders/quality";
    private const string Findings = $"{Quality}/findings";
    private const string CheckAll = "/admin/v1/sales-orders/quality/check";

    [SkippableTheory, EveryProvider]
    public async Task Defects_of_the_catalogue_are_found_scored_accepted_or_dismissed(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var owner = app.Administrator();
        var before = await (await owner.GetAsync(Quality)).Json();
        (before.GetProperty("products").GetInt32(), before.GetProperty("score").ValueKind).ShouldBe((0, JsonValueKind.Null), "Nothing was looked at, so nobody knows how good it is.");
        (await Check(owner)).TryGetProperty("score", out _).ShouldBeFalse();
        (await Items(owner, $"{Quality}/history")).ShouldBeEmpty();
        var shop = await Faulty(owner);
        await (await owner.GetAsync($"{Products}/{shop.Twin}/quality")).Problem(404, "urn:crm:not-found");

        var done = await Check(owner);

        (done.GetProperty("products").GetInt32(), done.GetProperty("found").GetInt32()).ShouldBe((6, 3));
        var found = await Items(owner, $"{Findings}?expand=product&sort=foundAt");
        found.Select(f => $"{f.GetProperty("product").Text("sku")} {f.Text("check")} {f.Text("proposal")}")
            .ShouldBe(["T-0 duplicate-sku deactivate", "CASK cost-missing current-cost", "CASK category-missing category-of-like"], ignoreOrder: true);
        // Rules weigh 100 together, of which these three are 20 each.
        (await Items(owner, $"{Quality}/scores?limit=2")).Select(s => (s.GetProperty("productId").GetGuid(), s.GetProperty("score").GetDecimal())).ShouldBe([(shop.Cask, 60m), (shop.Twin, 80m)]);
        var (cost, category, twin) = (Of("cost-missing"), Of("category-missing"), Of("duplicate-sku"));

        await (await owner.Post($"{Findings}/{cost}/accept", new { })).Json();
        await (await owner.Post($"{Findings}/{cost}/accept", new { })).Problem(404, "urn:crm:not-found");
        await (await owner.Post($"{Findings}/{category}/accept", new { })).Json();
        var cask = await (await owner.GetAsync($"{Products}/{shop.Cask}")).Json();
        (cask.GetProperty("cost").GetDecimal(), cask.Text("category")).ShouldBe((4.5m, "tea"));
        (await Score(owner, shop.Cask)).ShouldBe(100m);

        var seen = await owner.GetAsync($"{Findings}/{twin}");
        await (await owner.Send(HttpMethod.Post, $"{Findings}/{twin}/dismiss", Reason(), ("If-Match", "\"77\""))).Problem(412, "urn:crm:stale");
        await (await owner.Send(HttpMethod.Post, $"{Findings}/{twin}/dismiss", Reason(), ("If-Match", seen.Tag()))).Json();
        await (await owner.Send(HttpMethod.Post, $"{Findings}/{twin}/dismiss", Reason())).Problem(409, "urn:crm:rule:quality.finding-dismissed");
        await (await owner.Post($"{Findings}/{twin}/accept", new { })).Problem(409, "urn:crm:rule:quality.finding-dismissed");
        (await Score(owner, shop.Twin)).ShouldBe(100m);
        await (await owner.Post($"{Findings}/{twin}/reopen", new { })).Json();
        await (await owner.Post($"{Findings}/{twin}/reopen", new { })).Problem(409, "urn:crm:rule:quality.finding-open");
        await (await owner.Send(HttpMethod.Post, $"{Findings}/{twin}/accept", null, ("If-Match", "\"77\""))).Problem(412, "urn:crm:stale");
        (await (await owner.GetAsync($"{Products}/{shop.Twin}")).Json()).GetProperty("isActive").GetBoolean().ShouldBeTrue("A refusal leaves nothing behind.");
        await (await owner.Post($"{Findings}/{twin}/accept", new { })).Json();
        (await (await owner.GetAsync($"{Products}/{shop.Twin}")).Json()).GetProperty("isActive").GetBoolean().ShouldBeFalse();

        var whole = await (await owner.GetAsync(Quality)).Json();
        (whole.GetProperty("products").GetInt32(), whole.GetProperty("score").GetDecimal()).ShouldBe((5, 100m));
        await Check(owner);
        (await Items(owner, $"{Quality}/history?sort=takenAt")).Select(s => (s.GetProperty("products").GetInt32(), s.GetProperty("open").GetInt32())).ShouldBe([(6, 3), (5, 0)]);
        app.ErrorLog.Errors.ShouldBeEmpty();

        Guid Of(string check) => found.Single(f => f.Text("check") == check).Id();
    }

    [Fact]
    public async Task Who_may_not_see_costs_learns_none_from_findings_and_proposals_and_sets_none()
    {
        await using var app = await CrmApp.Start();
        var owner = app.Administrator();
        var shop = await Faulty(owner);
        await Check(owner);
        var cost = (await Items(owner, $"{Findings}?filter[check]=cost-missing")).Single();
        cost.GetProperty("proposedCost").GetDecimal().ShouldBe(4.5m);
        var reader = await app.CallerWith(["sales-orders.products.read", "sales-orders.products.write", "sales-orders.quality.read", "sales-orders.quality.write"], ("products.cost", "omit"));
        var passerBy = await app.CallerWith(["sales-orders.products.read"]);

        var shown = "";
        foreach (var path in new[] { $"{Findings}?expand=product", $"{Findings}/{cost.Id()}", $"{Quality}/scores?expand=product", $"{Products}/{shop.Cask}/quality", Quality })
            shown += await (await reader.GetAsync(path)).Content.ReadAsStringAsync();
        shown.ShouldContain("Take its current cost");
        shown.ShouldNotContain("4.5");
        shown.ShouldNotContain("\"proposedCost\"");
        shown.ShouldNotContain("\"cost\"");
        await (await reader.GetAsync($"{Findings}?fields=proposedCost")).Problem(400, "urn:crm:validation");
        await (await reader.Post($"{Findings}/{cost.Id()}/accept", new { })).Problem(409, "urn:crm:rule:access.field-masked");
        (await Items(owner, $"{Findings}?filter[check]=cost-missing")).Single().Id().ShouldBe(cost.Id());

        await (await reader.Post(CheckAll, new { })).Problem(403, "urn:crm:forbidden");
        await (await passerBy.GetAsync(Quality)).Problem(403, "urn:crm:forbidden");
        await (await passerBy.Post($"{Findings}/{cost.Id()}/accept", new { })).Problem(403, "urn:crm:forbidden");
        await (await passerBy.Send(HttpMethod.Post, $"{Findings}/{cost.Id()}/dismiss", Reason())).Problem(403, "urn:crm:forbidden");
    }

    /// <summary>Five good products, one of them the elder of two with the same number, and one without cost and category.</summary>
    private static async Task<(Guid Twin, Guid Cask)> Faulty(HttpClient owner)
    {
        await (await owner.Post("/api/v1/sales-orders/categories", new { code = "tea", names = new { english = "Tea", chinese = "茶" } })).Json(HttpStatusCode.Created);
        for (var i = 0; i < 4; i++) await Add(new { sku = $"T{i}", name = $"Brand {(char)('a' + i)} tea", listPrice = 10m + i, currency = "EUR", cost = 5m, category = "tea" });
        var twin = await Add(new { sku = "T-0", name = "Something else", listPrice = 12m, currency = "EUR", cost = 5m, category = "tea" });
        var cask = await Add(new { sku = "CASK", name = "Cask tea", listPrice = 12m, currency = "EUR" });
        await (await owner.Post($"{Products}/{cask}/costs", new { kind = "current", cost = 4.5m })).Json();
        return (twin, cask);

        async Task<Guid> Add(object product) => (await (await owner.Post(Products, product)).Json(HttpStatusCode.Created)).Id();
    }

    private static async Task<JsonElement> Check(HttpClient owner) => (await owner.Finished(await owner.Post(CheckAll, new { }))).GetProperty("result");

    private static async Task<decimal> Score(HttpClient client, Guid product) => (await (await client.GetAsync($"{Products}/{product}/quality")).Json()).GetProperty("score").GetDecimal();

    private static async Task<List<JsonElement>> Items(HttpClient client, string path) => [.. (await (await client.GetAsync(path)).Json()).GetProperty("items").EnumerateArray()];

    private static StringContent Reason() => new("""{ "reason": "another company's number" }""", System.Text.Encoding.UTF8, "application/json");
}
