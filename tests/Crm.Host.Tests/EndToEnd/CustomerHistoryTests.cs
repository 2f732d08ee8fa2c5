using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Who changed what of a customer.</summary>
public sealed class CustomerHistoryTests
{
    private const string Customers = "/api/v1/customers/customers";

    [Fact]
    public async Task Every_change_of_a_customer_is_told_with_what_was_there_before_to_those_who_see_it()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var id = (await (await client.Post(Customers, new
        {
            name = "北京茶叶有限公司",
            addresses = new[] { new { city = "北京", country = "中国" } },
            contacts = new[] { new { name = "Wang Fang", contactPoints = new[] { new { kind = "mobile", value = "138 0013 8000" } } } },
        })).Json(HttpStatusCode.Created)).Id();
        var read = await client.GetAsync($"{Customers}/{id}");
        var contact = (await read.Json()).GetProperty("contacts")[0];
        await (await client.Patch($"{Customers}/{id}", new
        {
            lifecycle = "active",
            contacts = new[] { new { id = contact.Id(), name = "Wang Fang", contactPoints = new[] { new { kind = "mobile", value = "139 0013 9000" } } } },
        }, read.Tag())).Json();

        var history = await (await client.GetAsync($"{Customers}/{id}/history")).Json();
        var clerk = await app.ReaderWithout(("customers.contacts", "omit"), ("customers.contactPoints", "omit"));
        var masked = await clerk.GetStringAsync($"{Customers}/{id}/history");

        var entries = history.GetProperty("items").EnumerateArray().ToList();
        entries.Select(e => e.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
        var changes = entries[0].GetProperty("changes");
        changes.GetProperty("lifecycle").GetProperty("before").GetString().ShouldBe("prospect");
        changes.GetProperty("lifecycle").GetProperty("after").GetString().ShouldBe("active");
        var numbers = changes.EnumerateObject().Where(c => c.Name.EndsWith(".normalised", StringComparison.Ordinal)).Select(c => c.Value).ToList();
        numbers.Select(n => n.GetProperty("before").GetString() ?? n.GetProperty("after").GetString()).ShouldBe(["+8613900139000", "+8613800138000"], ignoreOrder: true);
        masked.ShouldContain("lifecycle");
        masked.ShouldNotContain("13900139000");
        (await client.GetStringAsync($"{Customers}?q=bjcy")).ShouldContain("北京茶叶有限公司");
        (await client.GetAsync($"{Customers}/{Guid.NewGuid()}/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
