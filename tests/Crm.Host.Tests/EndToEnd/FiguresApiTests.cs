using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What a sale leaves with its customer, seen through the API.</summary>
[Collection(OneHost.Name)]
public sealed class FiguresApiTests(SharedApp shared)
{
    private const string Sales = "/api/v1/sales-orders";
    private const string Customers = "/api/v1/customers";

    private readonly HttpClient _clerk = shared.App.Administrator();

    [Fact]
    public async Task The_balance_of_a_customer_is_what_sales_calls_owed_after_payment_refund_write_off_and_republishing()
    {
        var customer = await Register("Balance", "balance");
        await Product("BAL");
        var (first, second, third) = (await Order(customer, "BAL", 3), await Order(customer, "BAL", 2), await Order(customer, "BAL", 1));
        await (await _clerk.Post($"{Sales}/orders/{first}/pay", new { amount = 60m, method = "transfer" })).Json();
        await (await _clerk.Post($"{Sales}/orders/{first}/ship", new { })).Json();
        var line = (await Read($"{Sales}/orders/{first}")).GetProperty("lines")[0].Id();
        var refund = (await (await _clerk.Post($"{Sales}/orders/{first}/refunds", new { lines = new[] { new { lineId = line, quantity = 1 } }, reason = "broken" })).Json(HttpStatusCode.Created)).Id();
        var boss = await shared.App.CallerWith(["sales-orders.refunds.approve"]);
        await (await boss.Post($"{Sales}/refunds/{refund}/approve", new { })).Json();
        (await OpenBalance(customer)).ShouldBe(await OwedFor(first, second, third));
        await (await _clerk.Post($"{Sales}/refunds/{refund}/settle", new { method = "transfer" })).Json();
        await (await _clerk.Post($"{Sales}/orders/{third}/cancel", new { reason = "ordered twice" })).Json();
        await (await _clerk.Post($"{Sales}/orders/{second}/ship", new { })).Json();
        await (await _clerk.Post($"{Sales}/orders/{second}/invoices", new { })).Json(HttpStatusCode.Created);
        await (await _clerk.Post($"{Sales}/orders/{second}/write-off", new { amount = 15m, reason = "insolvent" })).Json();

        (await OpenBalance(customer)).ShouldBe(await OwedFor(first, second, third));
        (await OpenBalance(customer)).ShouldBe(25m);
        var kinds = await Kinds(customer);
        kinds.ShouldBe(["order", "order", "order", "payment", "credit", "refund", "cancellation", "invoice", "writeOff"], ignoreOrder: true);

        await _clerk.Finished(await _clerk.Post("/admin/v1/modules/sales-orders/republish?to=customers", new { }));
        (await OpenBalance(customer)).ShouldBe(25m);
        (await Kinds(customer)).Count.ShouldBe(kinds.Count);
    }

    [Fact]
    public async Task A_time_line_is_paged_filtered_explained_and_shown_to_nobody_else()
    {
        var customer = await Register("Time line", "lines");
        await Product("LINE");
        var order = await Order(customer, "LINE", 1);
        await (await _clerk.Post($"{Sales}/orders/{order}/pay", new { amount = 5m, method = "transfer", paidOn = "2026-01-15" })).Json();
        await shared.App.EventsSettled();
        var lines = $"{Customers}/customers/{customer}/transactions";

        var page = await Read($"{lines}?limit=1");
        page.GetProperty("items")[0].Text("kind").ShouldBe("order");
        (await Read($"{lines}?limit=1&cursor={page.Text("nextCursor")}")).GetProperty("items")[0].Text("kind").ShouldBe("payment");
        (await Read($"{lines}?filter[kind]=payment&filter[on][lt]=2026-02-01&filter[currency]=EUR")).GetProperty("items")[0].GetProperty("balanceChange").GetDecimal().ShouldBe(-5m);
        var early = await Read($"{Customers}/customers/{customer}/balance?asOf=2026-01-31");
        (early.GetProperty("orders").GetInt32(), early.GetProperty("converted").GetProperty("openBalance").GetDecimal()).ShouldBe((0, -5m));
        early.GetProperty("explained").Text("openBalance")!.ShouldContain("Sales Orders");
        await (await _clerk.GetAsync($"{Customers}/customers/{customer}/balance?asOf=yesterday")).Problem(400, "urn:crm:validation");
        await (await _clerk.GetAsync($"{lines}?filter[kind]=gift")).Problem(400, "urn:crm:validation");
        await (await _clerk.GetAsync($"{Customers}/customers/{Guid.CreateVersion7()}/transactions")).Problem(404, "urn:crm:not-found");
        var stranger = await shared.App.CallerWith(["customers.customers.read"]);
        (await stranger.GetAsync(lines)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var listed = $"{Customers}/customers?filter[industry]=lines&expand=figures";
        (await Read(listed)).GetProperty("items")[0].GetProperty("figures").GetProperty("openBalance").GetDecimal().ShouldBe(15m);
        (await (await stranger.GetAsync(listed)).Json()).GetRawText().ShouldNotContain("openBalance");
        await _clerk.Finished(await _clerk.Post("/admin/v1/customers/figures/recount", new { }));
        (await Read(listed)).GetProperty("items")[0].GetProperty("figures").GetProperty("orders").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Groups_scores_and_worth_are_counted_and_say_what_they_mean_and_hide_few_persons()
    {
        var customer = await Register("Scored", "scores");
        await Product("SCO");
        await Order(customer, "SCO", 2);
        await shared.App.EventsSettled();
        var filter = Uri.EscapeDataString("filter[industry]=scores");

        var groups = await Read($"{Customers}/analysis?by=industry,country&filter={filter}");
        groups.GetProperty("groups")[0].GetProperty("keys").EnumerateArray().Select(k => k.GetString()).ShouldBe(["scores", "DE"]);
        groups.GetProperty("total").GetProperty("net").GetDecimal().ShouldBe(40m);
        (await Read($"{Customers}/analysis?by=sex&filter={filter}")).GetProperty("groups").GetArrayLength().ShouldBe(1);
        var analyst = await shared.App.CallerWith(["customers.analysis.read"], ("customers.industry", "omit"));
        (await (await analyst.GetAsync($"{Customers}/analysis?by=sex&asOf=2020-01-01")).Json()).GetProperty("groups").GetArrayLength().ShouldBe(0);
        await (await analyst.GetAsync($"{Customers}/analysis?by=industry")).Problem(400, "urn:crm:validation");
        await (await analyst.GetAsync($"{Customers}/analysis?by=kind&filter={filter}")).Problem(400, "urn:crm:validation");
        foreach (var wrong in new[] { "by=shoeSize", "by=kind,size,source", "by=kind,kind", "by=kind&filter=limit%3D5" })
            await (await _clerk.GetAsync($"{Customers}/analysis?{wrong}")).Problem(400, "urn:crm:validation");

        var table = await Read($"{Customers}/analysis/rfm");
        table.GetProperty("segments").GetArrayLength().ShouldBe(9);
        table.GetProperty("explained").Text("scores")!.ShouldContain("same score");
        (await Read($"{Customers}/customers/{customer}/rfm")).GetProperty("score").GetProperty("net").GetDecimal().ShouldBe(40m);
        (await Read($"{Customers}/customers/{customer}/rfm?asOf=2020-01-01")).GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Null);
        await (await _clerk.GetAsync($"{Customers}/analysis/rfm?months=0")).Problem(400, "urn:crm:validation");
        (await Read($"{Customers}/customers/{customer}/lifetime-value")).GetProperty("inputs").GetProperty("discount").GetDecimal().ShouldBe(0.1m);
    }

    [Fact]
    public async Task A_segment_and_a_sample_of_it_are_tried_kept_frozen_drawn_and_exported()
    {
        var customer = await Register("=Chosen", "chosen");
        var other = (await Read($"{Customers}/customers/{await Register("Chosen too", "chosen")}")).Text("code");
        object named = new { all = new object[] { new { field = "industry", value = "chosen" }, new { not = new { field = "name", op = "contains", value = "too" } } } };
        object rules = new { all = new object[] { new { field = "industry", value = "chosen" }, new { not = new { field = "code", value = other } } } };
        var preview = await (await _clerk.Post($"{Customers}/segments/preview", new { rules = named })).Json();
        (preview.GetProperty("count").GetInt32(), preview.GetProperty("exampleIds")[0].GetGuid()).ShouldBe((1, customer));
        preview.GetProperty("nodes").EnumerateArray().Select(n => (n.Text("path"), n.GetProperty("count").GetInt32())).Take(2).ShouldBe([("", 1), ("/all/0", 2)]);
        var refused = await (await _clerk.Post($"{Customers}/segments", new { name = "x", rules = new { any = new[] { new { field = "nobody", value = "1" } } } })).Problem(400, "urn:crm:validation");
        refused.GetProperty("errors").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("/rules/any/0");

        var segment = (await (await _clerk.Post($"{Customers}/segments", new { name = "Chosen", rules })).Json(HttpStatusCode.Created)).Id();
        await (await _clerk.GetAsync($"{Customers}/segments/{segment}/members")).Problem(409, "urn:crm:rule:customers.segment-not-published");
        await (await _clerk.Post($"{Customers}/segments/{segment}/publish", new { })).Json();
        var tag = (await _clerk.GetAsync($"{Customers}/segments/{segment}")).Tag();
        await (await _clerk.Put($"{Customers}/segments/{segment}", new { name = "Chosen", rules = new { field = "industry", value = "chosen" } }, tag)).Json();
        (await Read($"{Customers}/segments/{segment}/members")).GetProperty("items").GetArrayLength().ShouldBe(1);
        var frozen = await (await _clerk.Post($"{Customers}/segments/{segment}/freeze", new { })).Json();
        (await Read($"{Customers}/segments/{segment}/freezes")).GetProperty("items")[0].Id().ShouldBe(frozen.GetProperty("freezeId").GetGuid());

        await (await _clerk.Post($"{Customers}/samples", new { name = "x", size = 1, allocation = "equal" })).Problem(400, "urn:crm:validation");
        await (await _clerk.Post($"{Customers}/samples", new { name = "x", size = 2, segmentId = segment })).Problem(409, "urn:crm:rule:customers.sample-too-large");
        var sample = (await (await _clerk.Post($"{Customers}/samples", new { name = "One", size = 1, segmentId = segment, seed = 5 })).Json(HttpStatusCode.Created)).Id();
        var file = await (await _clerk.GetAsync($"{Customers}/samples/{sample}/members.csv")).Content.ReadAsStringAsync();
        file.ShouldContain($"1,{customer},");
        file.ShouldContain("'=Chosen");
        (await (await _clerk.Post($"{Customers}/samples/{sample}/redraw", new { })).Json()).GetProperty("isSameSample").GetBoolean().ShouldBeTrue();
        var masked = await shared.App.CallerWith(["customers.samples.read", "customers.segments.read"], ("customers.name", "omit"));
        (await (await masked.GetAsync($"{Customers}/samples/{sample}/members")).Json()).GetRawText().ShouldNotContain("Chosen");
        await (await masked.Post($"{Customers}/segments/preview", new { rules = named })).Problem(400, "urn:crm:validation");

        var strata = (await (await _clerk.Post(
            $"{Customers}/samples", new { name = "Strata", size = 1, segmentId = segment, method = "stratified", stratifyBy = "industry" })).Json(HttpStatusCode.Created)).Id();
        var blind = await shared.App.CallerWith(["customers.samples.read"], ("customers.industry", "omit"));
        foreach (var path in new[] { "", "/members", "/members.csv" })
        {
            (await (await _clerk.GetAsync($"{Customers}/samples/{strata}{path}")).Content.ReadAsStringAsync()).ShouldContain("chosen", Case.Sensitive);
            (await (await blind.GetAsync($"{Customers}/samples/{strata}{path}")).Content.ReadAsStringAsync()).ShouldNotContain("chosen", Case.Sensitive);
        }
    }

    private async Task<Guid> Register(string name, string industry) => (await (await _clerk.Post($"{Customers}/customers", new
    {
        name,
        industry,
        kind = "person",
        sex = "female",
        addresses = new[] { new { city = "Hamburg", country = "DE" } },
    })).Json(HttpStatusCode.Created)).Id();

    private async Task Product(string sku)
    {
        var product = await (await _clerk.Post($"{Sales}/products", new { sku, name = sku, listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created);
        await (await _clerk.Post($"{Sales}/products/{product.Id()}/stock/counts", new { onHand = 100 })).Json();
        await shared.App.EventsSettled();
    }

    private async Task<Guid> Order(Guid customer, string sku, int quantity) =>
        (await (await _clerk.Post($"{Sales}/orders", new { customerId = customer, currency = "EUR", confirm = true, lines = new[] { new { sku, quantity, unitPrice = 20m, priceReason = "agreed" } } }))
            .Json(HttpStatusCode.Created)).Id();

    private async Task<decimal> OpenBalance(Guid customer)
    {
        await shared.App.EventsSettled();
        return (await Read($"{Customers}/customers/{customer}/balance")).GetProperty("converted").GetProperty("openBalance").GetDecimal();
    }

    private async Task<decimal> OwedFor(params Guid[] orders)
    {
        var sum = 0m;
        foreach (var order in orders) sum += (await Read($"{Sales}/orders/{order}")).GetProperty("balance").GetProperty("amount").GetDecimal();
        return sum;
    }

    private async Task<List<string?>> Kinds(Guid customer) =>
        [.. (await Read($"{Customers}/customers/{customer}/transactions?limit=100")).GetProperty("items").EnumerateArray().Select(i => i.Text("kind"))];

    private async Task<JsonElement> Read(string path) => await (await _clerk.GetAsync(path)).Json();
}
