using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Stock and supply as a company's apps use them, from the first warehouse to the stock-taking.</summary>
public sealed class StockApiTests
{
    private const string Sales = "/api/v1/sales-orders";

    [SkippableTheory, EveryProvider]
    public async Task Stock_is_bought_moved_kept_sold_and_counted_over_http(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await Add(client, "products", new { sku = "POT", name = "Pot", listPrice = 20, currency = "EUR", reorderLevel = 5 });
        await app.EventsSettled();

        await OpenTheEast(client);
        await Buy(client);
        await SendToTheEast(client);
        await SellToAnna(client, anna);
        await Count(client);
        await NothingDiffers(client);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_reason()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        await Add(client, "products", new { sku = "POT", name = "Pot", listPrice = 20, currency = "EUR" });

        await (await client.Post($"{Sales}/reservations", new { lines = new[] { new { sku = "POT", quantity = 1 } } })).Problem(409, "urn:crm:rule:sales-orders.stock-insufficient");
        await (await client.Post($"{Sales}/reservations", new { lines = Array.Empty<object>() })).Problem(400, "urn:crm:validation");
        await (await client.Post($"{Sales}/supply-orders", new { supplier = "NONE", lines = new[] { new { sku = "POT", quantity = 1 } } }))
            .Problem(409, "urn:crm:rule:sales-orders.supplier-unknown");
        await (await client.Post($"{Sales}/stock-transfers", new { from = "main", to = "main", lines = new[] { new { sku = "POT", quantity = 1 } } }))
            .Problem(409, "urn:crm:rule:sales-orders.same-warehouse");
        await (await client.GetAsync($"{Sales}/available-to-promise?sku=NONE")).Problem(404, "urn:crm:not-found");
        await (await client.GetAsync($"{Sales}/available-to-promise")).Problem(400, "urn:crm:validation");
        await (await client.GetAsync($"{Sales}/available-to-promise?sku=POT&quantity=0")).Problem(400, "urn:crm:validation");
        await (await client.Post($"{Sales}/reservations/{Guid.Empty}/release", new { })).Problem(400, "urn:crm:validation");
        await (await app.Stranger().Post($"{Sales}/reservations", new { lines = Array.Empty<object>() })).Problem(401, "urn:crm:unauthenticated");
    }

    private static async Task OpenTheEast(HttpClient client)
    {
        var east = await Add(client, "warehouses", new { code = "east", name = "East", country = "DE", channels = new[] { "web", "partner" } });
        await (await client.Patch($"{Sales}/warehouses/{east}", new { city = "Leipzig" }, "\"1\"")).Json();
        var warehouses = await Items(client, "warehouses?filter[isActive]=true&sort=code");
        warehouses.Select(w => (w.Text("code"), w.GetProperty("channels").GetArrayLength())).ShouldBe([("east", 2), ("main", 6)]);
        (await Read(client, $"warehouses/{east}")).Text("city").ShouldBe("Leipzig");
    }

    private static async Task Buy(HttpClient client)
    {
        var supplier = await Add(client, "suppliers", new { code = "ACME", name = "Acme", currency = "EUR", leadTimeDays = 10, items = new[] { new { sku = "POT", unitCost = 9.5 } } });
        await (await client.Patch($"{Sales}/suppliers/{supplier}", new { leadTimeDays = 4 }, "\"1\"")).Json();
        (await Items(client, "suppliers?q=acme")).Single().GetProperty("items")[0].GetProperty("unitCost").GetDecimal().ShouldBe(9.5m);
        var rule = await Add(client, "replenishment-rules", new { sku = "POT", supplier = "ACME", policy = "upToMaximum", reorderPoint = 5, quantity = 30 });
        (await Items(client, "replenishment-rules")).Single().Text("sku").ShouldBe("POT");
        var proposal = (await Read(client, "replenishment-proposals")).EnumerateArray().ShouldHaveSingleItem();
        (proposal.GetProperty("quantity").GetInt32(), proposal.GetProperty("position").GetInt32()).ShouldBe((30, 0));

        var accepted = await (await client.Post($"{Sales}/replenishment-proposals/accept", new { ruleIds = new[] { rule } })).Json();
        var supply = accepted.GetProperty("supplyOrders")[0].Id();
        await (await client.Post($"{Sales}/supply-orders/{supply}/place", new { orderedOn = "2026-03-02" })).Json();
        var promise = (await Read(client, "available-to-promise?sku=POT&quantity=25"))[0];
        promise.GetProperty("incoming").GetInt32().ShouldBe(30);
        promise.Text("wantedFrom").ShouldNotBeNull();
        await (await client.Post($"{Sales}/supply-orders/{supply}/receive", new { lines = new[] { new { sku = "POT", quantity = 24 } } })).Json();
        var order = await Read(client, $"supply-orders/{supply}");
        (order.Text("state"), order.GetProperty("lines")[0].GetProperty("open").GetInt32()).ShouldBe(("partiallyReceived", 6));
        (await Items(client, "supply-orders?filter[state]=partiallyReceived")).Count.ShouldBe(1);
    }

    private static async Task SendToTheEast(HttpClient client)
    {
        var transfer = await Add(client, "stock-transfers", new { from = "main", to = "east", lines = new[] { new { sku = "POT", quantity = 10 } } });
        (await Read(client, $"stock-transfers/{transfer}")).GetProperty("lines")[0].GetProperty("inTransit").GetInt32().ShouldBe(10);
        await (await client.Post($"{Sales}/stock-transfers/{transfer}/receive", new { })).Json();
        (await Items(client, "stock-transfers?filter[state]=received")).Count.ShouldBe(1);
    }

    private static async Task SellToAnna(HttpClient client, Guid anna)
    {
        var reservation = await Add(client, "reservations", new { warehouse = "east", reference = "cart 1", lines = new[] { new { sku = "POT", quantity = 8 } } });
        var order = new { customerId = anna, currency = "EUR", reservationId = reservation, confirm = true, allowBackOrder = true, lines = new[] { new { sku = "POT", quantity = 12 } } };
        var placed = await (await client.Post($"{Sales}/orders", order)).Json(HttpStatusCode.Created);

        var shown = await Read(client, $"orders/{placed.Id()}");
        (shown.Text("warehouse"), shown.GetProperty("lines")[0].GetProperty("backOrdered").GetInt32()).ShouldBe(("east", 2));
        (await Read(client, $"reservations/{reservation}")).Text("state").ShouldBe("used");
        (await Items(client, "reservations?filter[reference]=cart 1")).Count.ShouldBe(1);
        (await Items(client, $"orders?filter[reservationId]={reservation}")).Count.ShouldBe(1);
        var east = (await Items(client, "stock?filter[warehouse]=east")).Single();
        (east.GetProperty("onHand").GetInt32(), east.GetProperty("allocated").GetInt32(), east.GetProperty("available").GetInt32()).ShouldBe((10, 10, 0));
    }

    private static async Task Count(HttpClient client)
    {
        var count = await Add(client, "stock-counts", new { });
        await (await client.Post($"{Sales}/stock-counts/{count}/lines", new { lines = new[] { new { sku = "POT", quantity = 13 } } })).Json();
        var report = await Read(client, $"stock-counts/{count}");
        (report.GetProperty("missing").GetInt32(), report.GetProperty("found").GetInt32()).ShouldBe((1, 0));
        await (await client.Post($"{Sales}/stock-counts/{count}/post", new { })).Json();
        (await Items(client, "stock-counts?filter[state]=posted")).Count.ShouldBe(1);
    }

    private static async Task NothingDiffers(HttpClient client)
    {
        foreach (var check in new[] { "verify", "rebuild" })
        {
            var operation = await client.Finished(await client.Post($"/admin/v1/sales-orders/stock/{check}", new { }));
            operation.GetProperty("problemCount").GetInt32().ShouldBe(0, operation.GetRawText());
            operation.GetProperty("result").GetProperty("levels").GetInt32().ShouldBe(2);
        }
    }

    private static async Task<Guid> Add(HttpClient client, string resource, object body) =>
        (await (await client.Post($"{Sales}/{resource}", body)).Json(HttpStatusCode.Created)).Id();

    private static async Task<JsonElement> Read(HttpClient client, string path) => await (await client.GetAsync($"{Sales}/{path}")).Json();

    private static async Task<List<JsonElement>> Items(HttpClient client, string path) => [.. (await Read(client, path)).GetProperty("items").EnumerateArray()];
}
