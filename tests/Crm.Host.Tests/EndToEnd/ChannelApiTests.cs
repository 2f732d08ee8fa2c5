using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A marketplace that sends its orders as marketplaces do: in batches, in any order, twice.</summary>
public sealed class ChannelApiTests
{
    private const string Sales = "/api/v1/sales-orders";
    private const int Orders = 12;

    [SkippableTheory, EveryProvider]
    public async Task The_same_batch_shuffled_and_sent_twice_at_once_makes_every_order_once(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await (await client.Post($"{Sales}/channels", new
        {
            code = "market",
            kind = "marketplace",
            names = new { english = "Market", chinese = "集市" },
            numberPattern = "MK-{n}",
        })).Json(HttpStatusCode.Created);
        await app.EventsSettled();
        var items = Enumerable.Range(0, Orders).Select(i => new
        {
            @ref = new { system = "market", id = $"{i}" },
            customerId = anna,
            currency = "EUR",
            channel = "market",
            confirm = i % 2 == 0,
            lines = new[] { new { sku = "TEA", quantity = 1 } },
        }).ToArray();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(async seed =>
        {
            var shuffled = items.ToArray();
            new Random(seed).Shuffle(shuffled);
            return await (await client.PostAsJsonAsync($"{Sales}/orders/by-ref/batch?onError=skip", new { items = shuffled })).Json();
        }));

        foreach (var reply in replies) reply.GetProperty("failed").GetInt32().ShouldBe(0, reply.ToString());
        var results = replies.SelectMany(r => r.GetProperty("items").EnumerateArray()).Select(i => i.GetProperty("result")).ToList();
        results.Count(r => r.GetProperty("wasCreated").GetBoolean()).ShouldBe(Orders);
        results.Select(r => r.GetProperty("order").Id()).Distinct().Count().ShouldBe(Orders);
        var listed = await (await client.GetAsync($"{Sales}/orders?filter[channel]=market&limit=100")).Json();
        var orders = listed.GetProperty("items").EnumerateArray().ToList();
        orders.Count.ShouldBe(Orders);
        orders.Count(o => o.Text("status") == "confirmed").ShouldBe(Orders / 2);
        orders.ShouldAllBe(o => o.Text("number")!.StartsWith("MK-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_is_read_replaced_and_changed_by_its_version_and_only_by_those_who_may()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var seller = await app.Client("sales-representative");
        var market = new { code = "bazaar", kind = "marketplace", names = new { english = "Market", chinese = "集市" }, priceGroup = "b2c", warehouses = new[] { "main" } };

        await (await seller.Post($"{Sales}/channels", market)).Problem(403, "urn:crm:forbidden");
        var id = (await (await client.Post($"{Sales}/channels", market)).Json(HttpStatusCode.Created)).Id();
        var channel = $"{Sales}/channels/{id}";
        var answer = await client.GetAsync(channel);
        (answer.Headers.ETag!.Tag, (await answer.Json()).Text("priceGroup")).ShouldBe(("\"1\"", "b2c"));
        await (await client.GetAsync($"{Sales}/channels/{Guid.CreateVersion7()}")).Problem(404, "urn:crm:not-found");
        var other = new { kind = "partner", names = new { english = "Partners", chinese = "伙伴" }, isActive = false };
        await (await client.Put(channel, other, ifMatch: "\"7\"")).Problem(412, "urn:crm:stale");
        await (await seller.Put(channel, other, ifMatch: "\"1\"")).Problem(403, "urn:crm:forbidden");
        (await (await client.Put(channel, other, ifMatch: "\"1\"")).Json()).GetProperty("version").GetInt32().ShouldBe(2);
        await (await client.Patch(channel, new { priceGroup = "club" }, ifMatch: "\"1\"")).Problem(412, "urn:crm:stale");
        (await (await client.Patch(channel, new { priceGroup = "club" }, ifMatch: "\"2\"")).Json()).GetProperty("version").GetInt32().ShouldBe(3);

        var listed = (await (await seller.GetAsync($"{Sales}/channels?q=baza")).Json()).GetProperty("items").EnumerateArray().Single();
        (listed.Text("code"), listed.Text("kind"), listed.Text("priceGroup"), listed.GetProperty("isActive").GetBoolean(), listed.GetProperty("warehouses").GetArrayLength())
            .ShouldBe(("bazaar", "partner", "club", false, 0));
    }

    [Fact]
    public async Task Rates_are_entered_by_those_who_may_and_listed_with_who_said_so()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var seller = await app.Client("sales-representative");
        var rates = $"{Sales}/exchange-rates";
        object Body(decimal rate) => new { rates = new[] { new { currency = "USD", on = "2026-03-02", rate, source = "ECB" } } };

        await (await seller.Post(rates, Body(0.9m))).Problem(403, "urn:crm:forbidden");
        var refused = await (await client.Post(rates, Body(0m))).Json(HttpStatusCode.BadRequest);
        refused.GetProperty("errors").TryGetProperty("/rates/0/rate", out _).ShouldBeTrue(refused.ToString());
        (await (await client.Post(rates, Body(0.9m))).Json()).GetProperty("changed").GetInt32().ShouldBe(1);
        (await (await client.Post(rates, Body(0.9m))).Json()).GetProperty("changed").GetInt32().ShouldBe(0);

        var listed = (await (await seller.GetAsync($"{rates}?filter[currency]=USD")).Json()).GetProperty("items").EnumerateArray().Single();
        (listed.Text("to"), listed.Text("on"), listed.GetProperty("rate").GetDecimal(), listed.Text("source")).ShouldBe(("EUR", "2026-03-02", 0.9m, "ECB"));
    }

    [Fact]
    public async Task A_batch_names_what_is_wrong_with_each_order_and_takes_the_others_or_none()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        object Item(string? id, string sku) => new
        {
            @ref = id is null ? null : new { system = "market", id },
            customerId = anna,
            currency = "EUR",
            lines = new[] { new { sku, quantity = 1 } },
        };
        var items = new[] { Item("1", "TEA"), Item("2", "NOTHING"), Item(null, "TEA") };

        var aborted = await client.PostAsJsonAsync($"{Sales}/orders/by-ref/batch?onError=abort", new { items });
        await aborted.Problem(400, "urn:crm:validation");
        await Count(0);
        var reply = await (await client.PostAsJsonAsync($"{Sales}/orders/by-ref/batch?onError=skip", new { items })).Json();

        reply.GetProperty("failed").GetInt32().ShouldBe(2, reply.ToString());
        var results = reply.GetProperty("items").EnumerateArray().ToList();
        results[0].GetProperty("result").GetProperty("wasCreated").GetBoolean().ShouldBeTrue();
        results[1].GetProperty("problem").Text("type").ShouldBe("urn:crm:rule:sales-orders.product-unknown");
        results[2].GetProperty("problem").Text("type").ShouldBe("urn:crm:validation");
        await Count(1);

        async Task Count(int orders) => (await (await client.GetAsync($"{Sales}/orders")).Json()).GetProperty("items").GetArrayLength().ShouldBe(orders);
    }

    [Fact]
    public async Task Numbers_that_would_run_into_each_other_are_refused_with_the_pattern_that_is_allowed()
    {
        await using var app = await CrmApp.Start(DatabaseProvider.Sqlite);
        var client = app.Administrator();

        var refused = await client.Post($"{Sales}/channels", new
        {
            code = "market",
            kind = "marketplace",
            names = new { english = "Market", chinese = "集市" },
            numberPattern = "MK-2{n}",
        });

        var problem = await refused.Json(HttpStatusCode.BadRequest);
        var said = problem.GetProperty("errors").GetProperty("/numberPattern")[0].GetString()!;
        said.ShouldContain("{year}");
        said.ShouldNotContain("{{");
    }
}
