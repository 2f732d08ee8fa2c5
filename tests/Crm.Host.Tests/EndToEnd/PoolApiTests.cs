using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Customers whom nobody looks after: given up, seen by those who may claim them, claimed.</summary>
[Collection(OneHost.Name)]
public sealed class PoolApiTests(SharedApp shared)
{
    private const string Pools = "/api/v1/customers/pools";

    private readonly HttpClient _app = shared.App.Administrator();

    [Fact]
    public async Task A_customer_goes_into_a_pool_and_out_again()
    {
        var code = $"p-{Guid.CreateVersion7():N}";
        var pool = (await (await _app.Post("/admin/v1/customers/pools", new { code, names = new { english = "North", chinese = "北区" }, dailyCap = 1 })).Json(HttpStatusCode.Created)).Id();
        var customers = new List<Guid>();
        foreach (var name in new[] { "Lies here", "Lies there" })
        {
            var customer = (await (await _app.Post(Annas.Customers, new { name })).Json(HttpStatusCode.Created)).Id();
            await (await _app.Post($"{Annas.Customers}/{customer}/release", new { pool = code, reason = "nobody has time" })).Json();
            customers.Add(customer);
        }

        var (seller, _) = await shared.App.Person("sales-representative");
        await (await seller.GetAsync($"{Annas.Customers}/{customers[0]}")).Problem(404, "urn:crm:not-found");
        var lying = (await (await seller.GetAsync($"{Pools}/{pool}/customers?sort=name")).Json()).GetProperty("items").EnumerateArray().ToList();
        lying.Select(c => c.Text("name")).ShouldBe(["Lies here", "Lies there"]);
        await (await seller.Post($"{Pools}/{pool}/claims", new { customerId = customers[0] })).Json();
        (await (await seller.Post($"{Pools}/{pool}/claims", new { customerId = customers[1] })).Problem(409, "urn:crm:rule:customers.pool-cap-reached")).Text("detail")!.ShouldContain("1 customers");

        (await (await seller.GetAsync($"{Annas.Customers}/{customers[0]}")).Json()).Text("name").ShouldBe("Lies here");
        var entry = (await (await _app.GetAsync($"{Annas.Customers}/{customers[0]}/pool-entries")).Json()).EnumerateArray().Single();
        (entry.Text("by"), entry.Text("reason")).ShouldBe(("hand", "nobody has time"));
        await (await _app.Post($"{Pools}/{pool}/claims", new { customerId = customers[1] })).Problem(409, "urn:crm:rule:customers.pool-no-person");
    }

    [Fact]
    public async Task What_rules_would_take_is_told_to_who_oversees_and_a_rule_that_says_nothing_is_refused()
    {
        await (await _app.Post("/admin/v1/customers/pools", new { code = "nothing", names = new { english = "N", chinese = "无" }, rule = new { graceDays = 3 } })).Problem(400, "urn:crm:validation");
        await (await _app.GetAsync($"{Pools}/simulation?on=9999-12-31")).Problem(400, "urn:crm:validation");
        (await (await _app.GetAsync($"{Pools}/simulation?on=2027-01-31")).Json()).Text("on").ShouldBe("2027-01-31");
        var seller = await shared.App.Client("sales-representative");
        await (await seller.GetAsync($"{Pools}/simulation")).Problem(403, "urn:crm:forbidden");
        await (await seller.Post("/admin/v1/customers/pools", new { code = "mine", names = new { english = "M", chinese = "我" } })).Problem(403, "urn:crm:forbidden");
    }
}
