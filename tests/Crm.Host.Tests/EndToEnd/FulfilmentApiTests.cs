using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>How goods and services come to the customer, and how a confirmed order becomes another one, seen through the API.</summary>
[Collection(OneHost.Name)]
public sealed class FulfilmentApiTests(SharedApp shared)
{
    private const string Sales = "/api/v1/sales-orders";
    private const string Orders = $"{Sales}/orders";

    private readonly HttpClient _clerk = shared.App.Administrator();

    [Fact]
    public async Task Parcels_arrive_or_get_lost_and_what_was_lost_is_shipped_again()
    {
        var (customer, order) = await Ordered("PARCEL", quantity: 5);
        var line = (await Read($"{Orders}/{order}")).GetProperty("lines")[0].Id();
        var first = await Ship(order, new { carrier = "DHL", trackingNumber = "JD-1", lines = new[] { new { lineId = line, quantity = 2 } } });
        var second = await Ship(order, new { carrier = "DPD" });

        await (await _clerk.Post($"{Orders}/{order}/ship", new { })).Problem(409, "urn:crm:rule:sales-orders.nothing-to-ship");
        await (await _clerk.Post($"{Orders}/{order}/ship", new { lines = Array.Empty<object>() })).Problem(400, "urn:crm:validation");
        await (await _clerk.Post($"{Orders}/{order}/ship", new { parcel = 1 })).Problem(400, "urn:crm:validation");
        await (await _clerk.Post($"{Orders}/{order}/shipments/{Guid.CreateVersion7()}/deliver", new { })).Problem(404, "urn:crm:not-found");
        (await (await _clerk.Post($"{Orders}/{order}/shipments/{first}/deliver", new { on = "2026-03-05" })).Json()).Text("state").ShouldBe("delivered");
        await (await _clerk.Post($"{Orders}/{order}/shipments/{first}/lose", new { })).Problem(409, "urn:crm:rule:sales-orders.shipment-arrived");
        (await (await _clerk.Post($"{Orders}/{order}/shipments/{second}/lose", new { })).Json()).Text("state").ShouldBe("lost");

        var after = await Read($"{Orders}/{order}");
        (after.Text("status"), after.Text("fulfilment")).ShouldBe(("confirmed", "partial"));
        var told = after.GetProperty("lines")[0];
        (told.GetProperty("shipped").GetInt32(), told.GetProperty("delivered").GetInt32(), told.GetProperty("allocated").GetInt32()).ShouldBe((2, 2, 3));
        after.GetProperty("shipments").EnumerateArray().Select(s => s.Text("state")).ShouldBe(["delivered", "lost"]);
        (await _clerk.GetStringAsync($"{Orders}/{order}/shipments/{first}/packing-list/html")).ShouldContain("PARCEL");
        await Ship(order, new { carrier = "UPS" });
        (await Read($"{Orders}?filter[customer.id]={customer}")).GetProperty("items")[0].Text("status").ShouldBe("shipped");
    }

    [Fact]
    public async Task Services_are_accepted_in_parts_and_not_shipped()
    {
        var (_, order) = await Ordered("ADVICE", quantity: 3, kind: "service");
        var line = (await Read($"{Orders}/{order}")).GetProperty("lines")[0].Id();

        await (await _clerk.Post($"{Orders}/{order}/ship", new { lines = new[] { new { lineId = line, quantity = 1 } } })).Problem(409, "urn:crm:rule:sales-orders.nothing-to-ship");
        await (await _clerk.Post($"{Orders}/{order}/acceptances", new { lines = new[] { new { lineId = line, quantity = 4 } } })).Problem(409, "urn:crm:rule:sales-orders.ships-too-much");
        (await (await _clerk.Post($"{Orders}/{order}/acceptances", new { acceptedBy = "Ms Lee", lines = new[] { new { lineId = line, quantity = 1 } } })).Json()).Text("fulfilment").ShouldBe("partial");
        (await (await _clerk.Post($"{Orders}/{order}/acceptances", new { })).Json()).Text("fulfilment").ShouldBe("delivered");
        await (await _clerk.Post($"{Orders}/{order}/acceptances", new { })).Problem(409, "urn:crm:rule:sales-orders.nothing-to-accept");
        (await Read($"{Orders}/{order}")).GetProperty("acceptances").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_confirmed_order_is_changed_by_a_proposal_that_says_what_it_costs()
    {
        var (_, order) = await Ordered("CHANGE", quantity: 2);
        var line = (await Read($"{Orders}/{order}")).GetProperty("lines")[0].Id();
        var changes = $"{Orders}/{order}/changes";

        await (await _clerk.Post(changes, new { lines = new[] { new { lineId = Guid.CreateVersion7(), quantity = 1 } } })).Problem(409, "urn:crm:rule:sales-orders.line-unknown");
        await (await _clerk.Post(changes, new { lines = new[] { new { lineId = line, quantity = 0 } } })).Problem(409, "urn:crm:rule:sales-orders.change-leaves-nothing");
        await (await _clerk.Post(changes, new { lines = new[] { new { lineId = line, sku = "CHANGE", quantity = 1 } } })).Problem(400, "urn:crm:validation");
        var rejected = await (await _clerk.Post(changes, new { lines = new[] { new { lineId = line, quantity = 9 } } })).Json(HttpStatusCode.Created);
        rejected.GetProperty("difference").GetDecimal().ShouldBe(140m);
        (await (await _clerk.Post($"{changes}/{rejected.Id()}/reject", new { reason = "too many" })).Json()).Text("state").ShouldBe("rejected");
        var accepted = await (await _clerk.Post(changes, new { reason = "by phone", lines = new[] { new { lineId = line, quantity = 3 } } })).Json(HttpStatusCode.Created);
        (await (await _clerk.Post($"{changes}/{accepted.Id()}/accept", new { })).Json()).GetProperty("gross").GetDecimal().ShouldBe(60m);
        await (await _clerk.Post($"{changes}/{accepted.Id()}/accept", new { })).Problem(409, "urn:crm:rule:sales-orders.change-decided");
        await (await _clerk.Post($"{changes}/{Guid.CreateVersion7()}/accept", new { })).Problem(404, "urn:crm:not-found");

        (await Read(changes)).EnumerateArray().Select(c => (c.Text("state"), Amount(c, "difference"))).ShouldBe([("rejected", 140m), ("accepted", 20m)]);
    }

    [Fact]
    public async Task What_will_not_come_is_closed_and_what_is_settled_is_archived_and_told_of_and_found_again()
    {
        var (customer, order) = await Ordered("ARCHIVE", quantity: 4);
        var line = (await Read($"{Orders}/{order}")).GetProperty("lines")[0].Id();
        await (await _clerk.Post($"{Orders}/{order}/close", new { reason = "none left" })).Problem(409, "urn:crm:rule:sales-orders.nothing-shipped");
        await Ship(order, new { lines = new[] { new { lineId = line, quantity = 3 } } });
        await (await _clerk.Post($"{Orders}/{order}/close", new { })).Problem(400, "urn:crm:validation");
        (await (await _clerk.Post($"{Orders}/{order}/close", new { reason = "none left" })).Json()).GetProperty("gross").GetDecimal().ShouldBe(60m);
        await (await _clerk.Post($"{Orders}/{order}/archive", new { })).Problem(409, "urn:crm:rule:sales-orders.order-under-way");
        await (await _clerk.Post($"{Orders}/{order}/pay", new { amount = 60 })).Json();
        (await (await _clerk.Post($"{Orders}/{order}/notes", new { text = "was good", isPinned = true })).Json(HttpStatusCode.Created)).GetProperty("isPinned").GetBoolean().ShouldBeTrue();
        await (await _clerk.Post($"{Orders}/{order}/notes", new { text = "" })).Problem(400, "urn:crm:validation");
        await (await _clerk.Post($"{Orders}/{order}/archive", new { })).Json();

        var mine = $"{Orders}?filter[customer.id]={customer}";
        (await Read(mine)).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Read($"{mine}&archived=all")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await Read($"{mine}&archived=only")).GetProperty("items")[0].GetProperty("archivedAt").ValueKind.ShouldBe(JsonValueKind.String);
        await (await _clerk.GetAsync($"{mine}&archived=perhaps")).Problem(400, "urn:crm:validation");
        var transitions = (await Read($"{Orders}/{order}/transitions")).EnumerateArray().Where(t => t.GetProperty("isPossible").GetBoolean()).Select(t => t.Text("action"));
        transitions.ShouldBe(["pay", "deliver", "lose", "unarchive"]);
        var notes = await Read($"{Orders}/{order}/notes?filter[isPinned]=true&expand=author");
        notes.GetProperty("items")[0].Text("text").ShouldBe("was good");
        var history = await Read($"{Orders}/{order}/history?limit=3");
        history.GetProperty("items")[0].GetProperty("text").Text("chinese").ShouldBe("订单已归档。");
        var rest = await Read($"{Orders}/{order}/history?limit=100&cursor={history.Text("nextCursor")}");
        rest.GetProperty("items").EnumerateArray().Select(e => e.Text("kind")).ShouldContain("changeAccepted");
        await (await _clerk.GetAsync($"{Orders}/{order}/history?cursor=x")).Problem(400, "urn:crm:validation");
        await (await _clerk.GetAsync($"{Orders}/{Guid.CreateVersion7()}/history")).Problem(404, "urn:crm:not-found");
    }

    private static decimal Amount(JsonElement element, string name) => element.GetProperty(name).GetProperty("amount").GetDecimal();

    private async Task<(Guid Customer, Guid Order)> Ordered(string sku, int quantity, string kind = "goods")
    {
        var customer = (await (await _clerk.Post(Annas.Customers, new { code = $"C-{sku}", name = $"Buyer of {sku}" })).Json(HttpStatusCode.Created)).Id();
        var product = (await (await _clerk.Post($"{Sales}/products", new { sku, name = sku, kind, listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created)).Id();
        if (kind == "goods") await (await _clerk.Post($"{Sales}/products/{product}/stock/counts", new { onHand = 50 })).Json();
        await shared.App.EventsSettled();
        var order = new { customerId = customer, currency = "EUR", confirm = true, lines = new[] { new { sku, quantity } } };
        return (customer, (await (await _clerk.Post(Orders, order)).Json(HttpStatusCode.Created)).Id());
    }

    private async Task<Guid> Ship(Guid order, object shipment) => (await (await _clerk.Post($"{Orders}/{order}/ship", shipment)).Json()).GetProperty("shipmentId").GetGuid();

    private async Task<JsonElement> Read(string path) => await (await _clerk.GetAsync(path)).Json();
}
