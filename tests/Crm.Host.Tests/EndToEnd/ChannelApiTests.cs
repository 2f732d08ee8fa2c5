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
