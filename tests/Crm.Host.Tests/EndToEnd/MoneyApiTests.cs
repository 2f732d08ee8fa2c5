using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What is owed, seen through the API.</summary>
public sealed class MoneyApiTests
{
    private const string Sales = "/api/v1/sales-orders";

    [Fact]
    public async Task What_a_customer_owes_is_explained_and_an_order_beyond_the_limit_is_a_clear_refusal()
    {
        await using var app = await CrmApp.Start();
        var clerk = app.Administrator();
        var customer = await clerk.RegisterAnna();
        await clerk.AddTea();
        await app.EventsSettled();
        var credit = $"{Sales}/customers/{customer}/credit";

        (await Read(clerk, credit)).GetProperty("version").GetInt32().ShouldBe(0);
        var terms = await (await clerk.Put(credit, new { limit = 50, currency = "EUR", paymentDays = 10 })).Json();
        terms.GetProperty("version").GetInt32().ShouldBe(1);
        var order = await clerk.OrderTea(customer);
        var refused = await (await clerk.Post(Annas.Orders, new { customerId = customer, currency = "EUR", confirm = true, lines = new[] { new { sku = "TEA", quantity = 2 } } }))
            .Problem(409, "urn:crm:rule:sales-orders.credit-limit-exceeded");
        refused.Text("detail")!.ShouldContain("50");
        var exposure = (await Read(clerk, credit)).GetProperty("exposures")[0];
        (Amount(exposure, "exposure"), Amount(exposure, "notInvoiced"), Amount(exposure, "available")).ShouldBe((40m, 40m, 10m));
        (await Read(clerk, $"{credit}/orders")).GetProperty("items")[0].Id().ShouldBe(order);
        await (await clerk.Put(credit, new { limit = 60, currency = "EUR" }, ifMatch: "\"7\"")).Problem(412, "urn:crm:stale");
        await (await clerk.Put(credit, new { limit = 0.001, currency = "EUR" })).Problem(400, "urn:crm:validation");
        await (await clerk.GetAsync($"{Sales}/customers/{Guid.CreateVersion7()}/credit")).Problem(404, "urn:crm:not-found");
    }

    private static decimal Amount(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private static async Task<JsonElement> Read(HttpClient client, string path) => await (await client.GetAsync(path)).Json();
}
