using System.Net;
using System.Net.Http.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Other systems that keep their records up to date here, all at once.</summary>
public sealed class ByReferenceTests
{
    private const string Products = "/api/v1/sales-orders/products";

    [SkippableTheory, EveryProvider]
    public async Task Sixteen_clients_put_the_same_and_other_references_at_once_and_none_hears_of_a_defect(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        var order = new { customerId = anna, currency = "EUR", lines = new[] { new { sku = "TEA", quantity = 1 } } };

        foreach (var round in Enumerable.Range(0, 3))
        {
            await AllSucceed(client, i => ($"{Annas.Customers}/by-ref/erp/{round}-{i % 5}", new { name = $"Twin {i}", code = $"K{round}-{i % 5}" }));
            await AllSucceed(client, i => ($"{Products}/by-ref/erp/{round}-{i % 5}", new { sku = $"P{round}-{i % 5}", name = $"Name {i}", listPrice = 1, currency = "EUR" }));
            await AllSucceed(client, i => ($"{Annas.Orders}/by-ref/erp/{round}-{i % 5}", order));
        }
    }

    [Fact]
    public async Task A_draft_is_patched_and_an_order_that_is_put_again_answers_as_it_is()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        var body = new { customerId = anna, currency = "EUR", draft = true, shipTo = Annas.Home, freight = 5m, lines = new[] { new { sku = "TEA", quantity = 2 } } };
        var address = $"{Annas.Orders}/by-ref/shop/1";
        var draft = await (await client.PutAsJsonAsync(address, body)).Json(HttpStatusCode.Created);

        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"{Annas.Orders}/{draft.Id()}")
        {
            Content = new StringContent("""{ "customerReference": "PO 9", "shipTo": { "street": null }, "freight": 7 }""", null, "application/merge-patch+json"),
            Headers = { { "If-Match", "\"1\"" } },
        };
        await (await client.SendAsync(patch)).Json();
        var patched = await (await client.GetAsync($"{Annas.Orders}/{draft.Id()}")).Json();
        await (await client.Post($"{Annas.Orders}/{draft.Id()}/submit", new { })).Json();
        var asItIs = new
        {
            customerId = anna,
            currency = "EUR",
            customerReference = "PO 9",
            freight = 7m,
            lines = new[] { new { sku = "TEA", quantity = 2 } },
            shipTo = new { name = "Anna Berg", city = "Wünsdorf", region = "Brandenburg", postalCode = "15838-WEST", country = "DE" },
        };

        (patched.Text("customerReference"), patched.GetProperty("freight").GetProperty("amount").GetDecimal()).ShouldBe(("PO 9", 7m));
        patched.GetProperty("shipTo").Text("name").ShouldBe("Anna Berg");
        patched.GetProperty("lines").GetArrayLength().ShouldBe(1);
        (await (await client.PutAsJsonAsync(address, asItIs)).Json()).GetProperty("version").GetInt32().ShouldBe(3);
        await (await client.PutAsJsonAsync(address, body)).Problem(409, "urn:crm:rule:sales-orders.order-not-draft");
    }

    private static async Task AllSucceed(HttpClient client, Func<int, (string Address, object Body)> put)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => client.PutAsJsonAsync(put(i).Address, put(i).Body)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(5);
        answers.Where(a => a.StatusCode != HttpStatusCode.Created).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
    }
}
