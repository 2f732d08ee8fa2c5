using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A customer on the way through a sale, moved by people and by orders.</summary>
[Collection(OneHost.Name)]
public sealed class ProcessApiTests(SharedApp shared)
{
    private const string Processes = "/api/v1/customers/processes";
    private const string Definitions = "/admin/v1/customers/process-definitions";

    private readonly HttpClient _app = shared.App.Administrator();

    [Fact]
    public async Task A_real_order_takes_the_sale_further()
    {
        var sku = $"PRO-{Guid.CreateVersion7():N}"[..20];
        var product = await (await _app.Post("/api/v1/sales-orders/products", new { sku, name = "Tea", listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created);
        await (await _app.Post($"/api/v1/sales-orders/products/{product.Id()}/stock/counts", new { onHand = 10 })).Json();
        var customer = await Register("On the way");
        var sale = await Start(customer, "sale");
        await shared.App.EventsSettled();
        await (await _app.Post($"{Processes}/{sale}/advance", new { transition = "visited", values = new { visitedOn = "2026-03-02" } })).Json();

        var order = (await (await _app.Post(
            "/api/v1/sales-orders/orders", new { customerId = customer, currency = "EUR", quoteUntil = "2199-01-01", lines = new[] { new { sku, quantity = 2 } } })).Json(HttpStatusCode.Created)).Id();
        await shared.App.EventsSettled();
        (await Node(sale)).ShouldBe("order");
        await (await _app.Post($"/api/v1/sales-orders/orders/{order}/confirm", new { })).Json();
        await shared.App.EventsSettled();
        (await Node(sale)).ShouldBe("payment");
        await (await _app.Post($"/api/v1/sales-orders/orders/{order}/pay", new { amount = 40m, method = "transfer" })).Json();
        await shared.App.EventsSettled();

        (await Node(sale)).ShouldBe("delivery");
        var next = (await (await _app.GetAsync($"{Processes}/{sale}/next")).Json()).EnumerateArray().ToDictionary(n => n.Text("transition")!);
        next["handed-over"].GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        next["delivered"].GetProperty("obstacles")[0].Text("code").ShouldBe("customers.process-waits");
        next["visited"].GetProperty("obstacles")[0].Text("code").ShouldBe("customers.process-elsewhere");
        var picture = await _app.GetAsync($"{Processes}/{sale}/picture");
        (picture.Content.Headers.ContentType!.MediaType, (await picture.Content.ReadAsStringAsync()).Contains("▶ ⧖ Delivery", StringComparison.Ordinal)).ShouldBe(("image/svg+xml", true));
        shared.App.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_is_said_by_node_in_the_language_of_the_caller()
    {
        object Names(string name) => new { english = name, chinese = name };
        var graph = new
        {
            nodes = new[] { new { key = "start", kind = "start", names = Names("Start") }, new { key = "hole", kind = "task", names = Names("Hole") }, new { key = "end", kind = "end", names = Names("End") } },
            transitions = new[] { new { key = "in", from = "start", to = "hole", names = Names("In") } },
            fields = Array.Empty<object>(),
        };
        var draft = (await (await _app.Post(Definitions, new { code = $"p-{Guid.CreateVersion7():N}", names = Names("Faulty"), graph })).Json(HttpStatusCode.Created)).Id();

        var refused = await (await _app.Post($"{Definitions}/{draft}/publish", new { })).Problem(400, "urn:crm:validation");
        refused.GetProperty("errors").GetProperty("/graph/nodes/1")[0].GetString().ShouldBe("No way leads from 'hole' to an end.");
        refused.GetProperty("errors").GetProperty("/graph/nodes/2")[0].GetString().ShouldBe("No way leads from the start to 'end'.");
        var told = await _app.Send(HttpMethod.Get, $"{Definitions}/{draft}/check", null, ("Accept-Language", "zh-CN"));
        (await told.Json()).EnumerateArray().Select(p => p.Text("message")).ShouldContain("从 'hole' 无法到达任何结束节点。");
        await (await _app.Post(Definitions, new { code = "Not plain", names = Names("x"), graph })).Problem(400, "urn:crm:validation");
        var seller = await shared.App.Client("sales-representative");
        await (await seller.Post($"{Definitions}/{draft}/publish", new { })).Problem(403, "urn:crm:forbidden");
    }

    [Fact]
    public async Task A_process_is_seen_by_who_sees_the_customer()
    {
        var sale = await Start(await Register("Seen by few"), "sale");
        var seller = await shared.App.Client("sales-representative");

        await (await seller.GetAsync($"{Processes}/{sale}")).Problem(404, "urn:crm:not-found");
        await (await seller.Post($"{Processes}/{sale}/cancel", new { reason = "not mine" })).Problem(404, "urn:crm:not-found");
        (await (await seller.GetAsync($"{Processes}?limit=5")).Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
        var history = (await (await _app.GetAsync($"{Processes}/{sale}/history")).Json()).GetProperty("items").EnumerateArray().ToList();
        history[0].Text("action").ShouldBe("StartProcess");
    }

    private async Task<string?> Node(Guid process) => (await (await _app.GetAsync($"{Processes}/{process}")).Json()).Text("node");

    private async Task<Guid> Register(string name) => (await (await _app.Post(Annas.Customers, new { name })).Json(HttpStatusCode.Created)).Id();

    private async Task<Guid> Start(Guid customer, string process) => (await (await _app.Post(Processes, new { customerId = customer, process })).Json(HttpStatusCode.Created)).Id();
}
