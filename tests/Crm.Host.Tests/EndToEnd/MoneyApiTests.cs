using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What is owed, seen through the API.</summary>
public sealed class MoneyApiTests
{
    private const string Sales = "/api/v1/sales-orders";
    private const string Admin = "/admin/v1/sales-orders";

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
        var setting = $"/api/v1/customers/customers/{customer}/credit-terms";
        var terms = await (await clerk.Put(setting, new { limit = 50, currency = "EUR", paymentDays = 10 })).Json();
        terms.GetProperty("version").GetInt32().ShouldBe(1);
        (await Read(clerk, setting)).GetProperty("limit").GetDecimal().ShouldBe(50m);
        await app.EventsSettled();
        var order = await clerk.OrderTea(customer);
        var refused = await (await clerk.Post(Annas.Orders, new { customerId = customer, currency = "EUR", confirm = true, lines = new[] { new { sku = "TEA", quantity = 2 } } }))
            .Problem(409, "urn:crm:rule:sales-orders.credit-limit-exceeded");
        refused.Text("detail")!.ShouldContain("50");
        var exposure = (await Read(clerk, credit)).GetProperty("exposures")[0];
        (Amount(exposure, "exposure"), Amount(exposure, "notInvoiced"), Amount(exposure, "available")).ShouldBe((40m, 40m, 10m));
        exposure.GetProperty("isOfAllCurrencies").GetBoolean().ShouldBeTrue();
        (await Read(clerk, $"{credit}/orders")).GetProperty("items")[0].Id().ShouldBe(order);
        await (await clerk.Put(setting, new { limit = 60, currency = "EUR" }, ifMatch: "\"7\"")).Problem(412, "urn:crm:stale");
        await (await clerk.Put(setting, new { limit = 0.001, currency = "EUR" })).Problem(400, "urn:crm:validation");
        await (await clerk.GetAsync($"{Sales}/customers/{Guid.CreateVersion7()}/credit")).Problem(404, "urn:crm:not-found");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_sale_is_posted_to_the_journal_and_exported_and_can_be_reminded_of_and_paid_with_points(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider, ("Printing:BrowserPath", "/nowhere/chromium"));
        var clerk = app.Administrator();
        var customer = await clerk.RegisterAnna();
        await clerk.AddTea();
        await app.EventsSettled();
        await (await clerk.Put($"{Admin}/accounts", new { role = "sales", number = "8400", name = "Sales of tea" })).Json();
        await (await clerk.Put($"{Admin}/reminder-levels/1", new { daysAfterDue = 7, subject = new { english = "Invoice {invoice}", chinese = "发票" }, text = new { english = "x", chinese = "x" } })).Json();
        await (await clerk.Put($"{Admin}/reminder-levels/2", new { daysAfterDue = 7, subject = new { english = "{x}", chinese = "x" }, text = new { english = "x", chinese = "x" } }))
            .Problem(400, "urn:crm:validation");
        await (await clerk.Put($"{Sales}/customers/{customer}/billing-contact", new { email = "anna@example.com" })).Json();
        await (await clerk.Put($"{Admin}/loyalty-program", new { currency = "EUR", pointsPerUnit = 1, pointValue = 0.01 })).Json();
        var order = await clerk.OrderTea(customer);
        await (await clerk.Post($"{Annas.Orders}/{order}/ship", new { })).Json();
        var invoice = await (await clerk.Post($"{Annas.Orders}/{order}/invoices", new { })).Json(HttpStatusCode.Created);

        var entry = (await Read(clerk, $"{Sales}/journal?filter[documentId]={invoice.Id()}")).GetProperty("items")[0];
        entry.GetProperty("lines").EnumerateArray().Select(l => (l.Text("account"), Amount(l, "debit"), Amount(l, "credit"))).ShouldBe([("1200", 40m, 0m), ("8400", 0m, 40m)]);
        var csv = (await clerk.GetStringAsync($"{Sales}/journal/export")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv.Length.ShouldBe(3);
        csv[2].ShouldContain(",8400,Sales of tea,0.00,40.00,EUR");
        csv[2].Split(',')[3].ShouldBe("invoice");
        await (await clerk.GetAsync($"{Sales}/invoices/{invoice.Id()}/pdf")).Problem(409, "urn:crm:rule:sales-orders.pdf-unavailable");
        (await Read(clerk, $"{Sales}/journal/balances")).EnumerateArray().Sum(b => Amount(b, "debit") - Amount(b, "credit")).ShouldBe(0m);
        (await Read(clerk, $"{Sales}/invoices/{invoice.Id()}")).GetProperty("taxes")[0].GetProperty("net").GetProperty("amount").GetDecimal().ShouldBe(40m);
        (await Read(clerk, $"{Sales}/reminders")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await clerk.Post($"{Admin}/books/close", new { through = "2020-01-15" })).Problem(409, "urn:crm:rule:sales-orders.not-end-of-month");
        await (await clerk.Post($"{Annas.Orders}/{order}/pay-with-points", new { points = 10 })).Problem(409, "urn:crm:rule:sales-orders.not-enough-points");
        (await Read(clerk, $"{Sales}/customers/{customer}/points")).GetProperty("balance").GetInt64().ShouldBe(0);
        (await Read(clerk, $"{Sales}/customers/{customer}/points/statement")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var given = await (await clerk.Post($"{Annas.Orders}/{order}/write-off", new { reason = "moved away" })).Json();
        Amount(given, "amount").ShouldBe(40m);
        Amount(await Read(clerk, $"{Sales}/customers/{customer}/statement?currency=EUR"), "closing").ShouldBe(0m);
    }

    [Fact]
    public async Task Amounts_in_the_companys_currency_are_told_where_a_rate_was_known_and_left_open_where_none_was()
    {
        await using var app = await CrmApp.Start();
        var clerk = app.Administrator();
        var customer = await clerk.RegisterAnna();
        await clerk.AddTea();
        await app.EventsSettled();
        async Task<Guid> Submitted(string currency) => (await (await clerk.Post(Annas.Orders, new { customerId = customer, currency, lines = new[] { new { sku = "TEA", quantity = 1, unitPrice = 10 } } }))
            .Json(HttpStatusCode.Created)).Id();
        async Task Paid(Guid order) => await (await clerk.Post($"{Sales}/payments/notifications", new { provider = "bank", eventId = $"{order}", paymentReference = $"{order}", kind = "capture", amount = 4, orderId = order })).Json();

        await Paid(await Submitted("CNY"));
        await (await clerk.Post($"{Sales}/exchange-rates", new { rates = new[] { new { currency = "USD", on = "2020-01-01", rate = 0.5 } } })).Json();
        await Paid(await Submitted("USD"));

        var balances = (await Read(clerk, $"{Sales}/journal/balances")).EnumerateArray().ToList();
        foreach (var unknown in balances.Where(b => b.Text("currency") == "CNY"))
            (unknown.GetProperty("companyCurrency").ValueKind, unknown.GetProperty("companyDebit").ValueKind, unknown.GetProperty("companyCredit").ValueKind)
                .ShouldBe((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null));
        balances.Where(b => b.Text("currency") == "USD").Select(b => (b.Text("account"), Amount(b, "debit") - Amount(b, "credit"), Amount(b, "companyDebit") - Amount(b, "companyCredit")))
            .ShouldBe([("1000", 4m, 2m), ("1200", -4m, -2m)], ignoreOrder: true);
        balances.Count.ShouldBe(4);
        var lines = (await clerk.GetStringAsync($"{Sales}/journal/export")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        lines.Select(l => (l[11], l[12], l[13], l[14], l[15])).Distinct().ShouldBe(
            [("CNY", "", "", "", ""), ("USD", "2.00", "0.00", "EUR", "0.5"), ("USD", "0.00", "2.00", "EUR", "0.5")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_customer_owes_is_seen_by_those_who_have_an_order_of_theirs_and_by_nobody_else()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        var anna = await administrator.RegisterAnna();
        await administrator.AddTea();
        await app.EventsSettled();
        await (await administrator.Put($"{Sales}/customers/{anna}/billing-contact", new { email = "anna@example.com" })).Json();
        var (near, far) = (await Seller(app, "near"), await Seller(app, "far"));
        var order = await near.OrderTea(anna);
        string[] ofCustomer = ["credit", "points", "points/statement", "billing-contact"];

        await (await administrator.Post($"{Annas.Orders}/{order}/pay", new { amount = 10 })).Json();
        await (await administrator.Post($"{Annas.Orders}/{order}/ship", new { })).Json();
        await (await administrator.Post($"{Annas.Orders}/{order}/invoices", new { })).Json(HttpStatusCode.Created);
        var line = (await Read(administrator, $"{Annas.Orders}/{order}")).GetProperty("lines")[0].Id();
        (await administrator.Post($"{Annas.Orders}/{order}/returns", new { lines = new[] { new { lineId = line, quantity = 1 } } })).EnsureSuccessStatusCode();
        (await administrator.Post($"{Annas.Orders}/{order}/refunds", new { goodwill = 1 })).EnsureSuccessStatusCode();

        foreach (var documents in (string[])["invoices", "payments", "returns", "refunds"])
        {
            var one = (await Read(near, $"{Sales}/{documents}")).GetProperty("items").EnumerateArray().Single().Id();
            await Read(near, $"{Sales}/{documents}/{one}");
            (await Read(far, $"{Sales}/{documents}")).GetProperty("items").GetArrayLength().ShouldBe(0, documents);
            await (await far.GetAsync($"{Sales}/{documents}/{one}")).Problem(404, "urn:crm:not-found");
        }

        foreach (var path in ofCustomer) await (await far.GetAsync($"{Sales}/customers/{anna}/{path}")).Problem(404, "urn:crm:not-found");
        (await Read(far, $"{Sales}/customers/{anna}/credit/orders")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Read(far, $"{Sales}/reminders")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await far.GetAsync($"{Sales}/journal")).Problem(403, "urn:crm:forbidden");

        foreach (var path in ofCustomer) await Read(near, $"{Sales}/customers/{anna}/{path}");
        (await Read(near, $"{Sales}/customers/{anna}/credit/orders")).GetProperty("items")[0].Id().ShouldBe(order);
        (await Read(near, $"{Sales}/customers/{anna}/billing-contact")).TryGetProperty("email", out _).ShouldBeFalse("the role hides how the customer is reached");
    }

    // Sells for a unit of its own, and sees no way to reach a customer.
    private static async Task<HttpClient> Seller(CrmApp app, string unit)
    {
        var administrator = app.Administrator();
        var orgUnit = await (await administrator.Post("/admin/v1/units", new { code = unit, name = unit })).Json(HttpStatusCode.Created);
        string[] scoped = ["orders.place", "orders.confirm", "orders.read", "credit.read", "points.read", "reminders.read"];
        await (await administrator.Post("/admin/v1/roles", new
        {
            name = $"seller-{unit}",
            grants = scoped.Select(p => new { permission = $"sales-orders.{p}", scope = "unit" }),
            masks = new[] { new { field = "customers.contactPoints", kind = "shorten" } },
        })).Json(HttpStatusCode.Created);
        return await app.Client($"seller-{unit}", orgUnit.Id());
    }

    private static decimal Amount(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private static async Task<JsonElement> Read(HttpClient client, string path) => await (await client.GetAsync(path)).Json();
}
