using System.Net;
using System.Net.Http.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What customers may buy, and what sales gets of it.</summary>
[Collection(OneHost.Name)]
public sealed class OpportunityApiTests(SharedApp shared)
{
    private const string Opportunities = "/api/v1/customers/opportunities";

    private readonly HttpClient _app = shared.App.Administrator();

    [Fact]
    public async Task A_won_opportunity_becomes_the_draft_of_a_quote()
    {
        var sku = $"OPP-{Guid.CreateVersion7():N}"[..20];
        await (await _app.Post("/api/v1/sales-orders/products", new { sku, name = "Tea", listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created);
        var customer = await Register("Won Ltd");
        var opened = await Open(customer, new { quantity = 3, sku, unitPrice = 18m }, new { quantity = 1, sku = "nobody-knows-it", unitPrice = 1m });

        var won = await (await _app.Post($"{Opportunities}/{opened}/win", new { reason = "price" })).Json();
        await shared.App.EventsSettled();

        won.Text("state").ShouldBe("won");
        var order = (await (await _app.GetAsync($"/api/v1/sales-orders/orders?filter[customer.id]={customer}")).Json()).GetProperty("items").EnumerateArray().Single();
        order.Text("status").ShouldBe("draft");
        var draft = await (await _app.GetAsync($"/api/v1/sales-orders/orders/{order.Id()}")).Json();
        var line = draft.GetProperty("lines").EnumerateArray().Single();
        (line.Text("sku"), line.GetProperty("quantity").GetInt32(), line.GetProperty("unitPrice").GetDecimal()).ShouldBe((sku, 3, 18m));
        shared.App.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_opportunity_is_read_listed_changed_by_its_version_hidden_and_restored()
    {
        var customer = await Register("Listed Ltd");
        var opened = await Open(customer);
        var path = $"{Opportunities}/{opened}";

        await (await _app.Patch(path, new { title = "Other" }, ifMatch: "\"9\"")).Problem(412, "urn:crm:stale");
        await (await _app.Patch(path, new { title = "Other", manualProbability = 0.9m }, ifMatch: "\"1\"")).Problem(400, "urn:crm:validation");
        var changed = await (await _app.Patch(path, new { title = "Other", amount = 12.5m, lines = Array.Empty<object>() }, ifMatch: "\"1\"")).Json();
        var listed = (await (await _app.GetAsync($"/api/v1/customers/customers/{customer}/opportunities?filter[state]=open&sort=-amount&expand=customer")).Json())
            .GetProperty("items").EnumerateArray().Single();
        (listed.Text("title"), listed.GetProperty("amount").GetDecimal(), listed.GetProperty("customer").Text("name")).ShouldBe(("Other", 12.5m, "Listed Ltd"));
        var history = (await (await _app.GetAsync($"{path}/history")).Json()).GetProperty("items").EnumerateArray().ToList();
        history[0].GetProperty("changes").GetProperty("title").Text("before").ShouldBe("Tea");

        (await _app.Delete(path, $"\"{changed.GetProperty("version").GetInt32()}\"")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await _app.GetAsync(path)).Problem(404, "urn:crm:not-found");
        await (await _app.Post($"/admin/v1/customers/opportunities/{opened}/restore", new { })).Json();
        (await (await _app.GetAsync(path)).Json()).Text("state").ShouldBe("open");
    }

    [Fact]
    public async Task A_representative_sees_the_own_ones_and_configures_nothing()
    {
        var customer = await Register("Of others");
        var opened = await Open(customer);
        var seller = await shared.App.Client("sales-representative");

        await (await seller.GetAsync($"{Opportunities}/{opened}")).Problem(404, "urn:crm:not-found");
        await (await seller.Post($"{Opportunities}/{opened}/win", new { reason = "price" })).Problem(404, "urn:crm:not-found");
        foreach (var part in new[] { "opportunities", "processes", "transactions", "balance" })
            await (await seller.GetAsync($"{Annas.Customers}/{customer}/{part}")).Problem(404, "urn:crm:not-found");
        (await (await seller.GetAsync($"{Opportunities}/summary")).Json()).GetProperty("rows").GetArrayLength().ShouldBe(0);
        await (await seller.GetAsync("/api/v1/customers/pipelines")).Json();
        await (await seller.Post("/admin/v1/customers/outcome-reasons", new { outcome = "won", code = "luck", names = new { english = "Luck", chinese = "运气" } }))
            .Problem(403, "urn:crm:forbidden");
    }

    private async Task<Guid> Register(string name) => (await (await _app.Post(Annas.Customers, new { name })).Json(HttpStatusCode.Created)).Id();

    private async Task<Guid> Open(Guid customer, params object[] lines) => (await (await _app.PostAsJsonAsync(
        Opportunities, new { customerId = customer, title = "Tea", currency = "EUR", expectedClose = "2027-01-31", channel = "phone", lines })).Json(HttpStatusCode.Created)).Id();
}
