using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Prices from publication to trace, as apps and publishers see them.</summary>
public sealed class PriceApiTests
{
    private const string Sales = "/api/v1/sales-orders";

    [Fact]
    public async Task What_is_published_is_quoted_confirmed_at_that_price_and_explained()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        await (await client.Put($"{Sales}/price-lists/usual/versions/1", """
            { "currency": "EUR", "scope": { "channels": ["web"] }, "items": [ { "sku": "TEA", "unitPrice": 10, "floor": 8 }, { "sku": "TEA", "unitPrice": 9, "fromQuantity": 10 } ] }
            """)).Json(HttpStatusCode.Created);
        await (await client.Put($"{Sales}/promotions/autumn/versions/1", """
            {
              "name": { "english": "Autumn", "chinese": "秋季" }, "phase": "linePromotions", "action": { "rate": 0.1, "type": "percentOff" }, "currency": "EUR",
              "when": { "type": "allOf", "of": [ { "type": "amountAtLeast", "amount": 20 }, { "type": "not", "of": { "type": "onWeekdays", "days": [] } } ] }
            }
            """)).Json(HttpStatusCode.Created);
        await (await client.Put("/admin/v1/sales-orders/taxes/versions/1", """
            { "rates": [ { "class": "full", "rate": 0.19 } ], "usualClass": "full" }
            """)).Json(HttpStatusCode.Created);
        var asked = new { customerId = anna, currency = "EUR", lines = new[] { new { sku = "TEA", quantity = 2 } } };

        var quote = await (await client.Post($"{Sales}/price-quotes", asked)).Json();
        var hash = quote.Text("priceHash");
        var placed = await (await client.Post(Annas.Orders, new { asked.customerId, asked.currency, asked.lines, confirm = true, priceHash = hash })).Json(HttpStatusCode.Created);
        var trace = await (await client.GetAsync($"{Annas.Orders}/{placed.Id()}/price-trace")).Json();

        quote.GetProperty("price").GetProperty("gross").GetDecimal().ShouldBe(21.42m);
        placed.GetProperty("gross").GetDecimal().ShouldBe(21.42m);
        trace.Text("priceHash").ShouldBe(hash);
        var steps = trace.GetProperty("price").GetProperty("lines")[0].GetProperty("trace").EnumerateArray().ToList();
        steps.Select(s => s.Text("kind")).ShouldBe(["listPrice", "promotion", "taxAdded"]);
        steps[1].GetProperty("rule").Text("code").ShouldBe("autumn");

        await (await client.Put($"{Sales}/price-lists/usual/versions/2", """{ "currency": "EUR", "items": [ { "sku": "TEA", "unitPrice": 12 } ] }""")).Json(HttpStatusCode.Created);
        var stale = await client.Post(Annas.Orders, new { asked.customerId, asked.currency, asked.lines, confirm = true, priceHash = hash });
        (await stale.Problem(409, "urn:crm:rule:sales-orders.price-changed")).Text("detail")!.ShouldContain("gross 21.42 -> 25.7 EUR");
        var lists = await (await client.GetAsync($"{Sales}/price-lists?filter[code][eq]=usual&sort=-version")).Json();
        lists.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Codes_of_vouchers_are_shown_to_who_may_see_them_and_not_to_everybody_who_sees_prices()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        const string Address = $"{Sales}/promotions/spring/versions/1";
        await (await administrator.Put(Address, """
            { "name": { "english": "S", "chinese": "春" }, "phase": "shipping", "action": { "type": "freeShipping" }, "coupons": ["SPRING-ONE", "SPRING-TWO"], "maxUses": 2 }
            """)).Json(HttpStatusCode.Created);
        var seller = await app.Client("sales-representative");

        var seen = await (await seller.GetAsync(Address)).Json();

        (seen.GetProperty("couponCount").GetInt32(), seen.GetProperty("maxUses").GetInt32()).ShouldBe((2, 2));
        seen.ToString().ShouldNotContain("SPRING");
        await (await seller.GetAsync($"{Address}/coupons")).Problem(403, "urn:crm:forbidden");
        (await (await administrator.GetAsync($"{Address}/coupons")).Json()).EnumerateArray().Select(c => c.GetString()).ShouldBe(["SPRING-ONE", "SPRING-TWO"]);
        // What was read without the codes is not by mistake published without them.
        await (await administrator.Put($"{Sales}/promotions/spring/versions/2", seen.ToString())).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task What_is_wrong_with_a_publication_is_named_at_its_place_and_a_published_version_stays()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        const string Address = $"{Sales}/promotions/spring/versions/1";
        const string Good = """{ "name": { "english": "S", "chinese": "春" }, "phase": "shipping", "action": { "type": "freeShipping" } }""";

        await (await client.Put(Address, Good.Replace("shipping\"", "gifts\""))).Problem(400, "urn:crm:validation");
        await (await client.Put(Address, Good.Replace("freeShipping", "freeBeer"))).Problem(400, "urn:crm:validation");
        await (await client.Put(Address, Good.Replace("\"freeShipping\"", "\"freeShipping\", \"beer\": 1"))).Problem(400, "urn:crm:validation");
        await (await client.Put(Address, Good.Replace("{ \"type\": \"freeShipping\" }", "null"))).Problem(400, "urn:crm:validation");
        await (await client.Put(Address, Good)).Json(HttpStatusCode.Created);
        await (await client.Put(Address, Good)).Json();
        await (await client.Put(Address, Good.Replace("春", "夏"))).Problem(409, "urn:crm:rule:sales-orders.published-never-changes");
        (await (await client.GetAsync(Address)).Json()).GetProperty("name").Text("chinese").ShouldBe("春");
    }
}

internal static class RawPut
{
    public static Task<HttpResponseMessage> Put(this HttpClient client, string address, string json) =>
        client.PutAsJsonAsync(address, JsonDocument.Parse(json).RootElement);
}
