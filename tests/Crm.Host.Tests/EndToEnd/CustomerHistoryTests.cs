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
        var withoutContacts = await (await app.ReaderWithout(("customers.contacts", "omit"))).GetStringAsync($"{Customers}/{id}/history");
        var withoutNumbers = await (await app.ReaderWithout(("customers.contactPoints", "omit"))).GetStringAsync($"{Customers}/{id}/history");

        var entries = history.GetProperty("items").EnumerateArray().ToList();
        entries.Select(e => e.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
        var changes = entries[0].GetProperty("changes");
        changes.GetProperty("lifecycle").GetProperty("before").GetString().ShouldBe("prospect");
        changes.GetProperty("lifecycle").GetProperty("after").GetString().ShouldBe("active");
        var numbers = changes.EnumerateObject().Where(c => c.Name.EndsWith(".normalised", StringComparison.Ordinal)).Select(c => c.Value).ToList();
        numbers.Select(n => n.GetProperty("before").GetString() ?? n.GetProperty("after").GetString()).ShouldBe(["+8613900139000", "+8613800138000"], ignoreOrder: true);
        foreach (var masked in new[] { withoutContacts, withoutNumbers })
        {
            masked.ShouldContain("lifecycle");
            foreach (var number in new[] { "13900139000", "139 0013 9000", "13800138000", "138 0013 8000" }) masked.ShouldNotContain(number);
        }

        withoutContacts.ShouldNotContain("Wang Fang");
        withoutNumbers.ShouldContain("Wang Fang");
        (await client.GetStringAsync($"{Customers}?q=bjcy")).ShouldContain("北京茶叶有限公司");
        (await client.GetAsync($"{Customers}/{Guid.NewGuid()}/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_personal_is_told_as_it_is_until_the_person_is_erased_and_no_text_breaks_the_history()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var id = (await (await client.Post(Customers, new
        {
            name = "Anna Berg",
            kind = "person",
            sex = "female",
            tags = new[] { "loyal" },
            industry = $"person:{Convert.ToBase64String(new byte[48])}",
        })).Json(HttpStatusCode.Created)).Id();

        var told = (await (await client.GetAsync($"{Customers}/{id}/history")).Json()).GetProperty("items")[0].GetProperty("changes");
        await (await client.Post($"/admin/v1/persons/{id}/erase", new { reason = "request 18" })).Json();
        await app.EventsSettled();
        var erased = await client.GetStringAsync($"{Customers}/{id}/history");

        told.GetProperty("name").GetProperty("after").GetString().ShouldBe("Anna Berg");
        told.GetProperty("sex").GetProperty("after").GetString().ShouldBe("female");
        told.GetProperty("tags").GetProperty("after")[0].GetString().ShouldBe("loyal");
        told.GetProperty("industry").GetProperty("after").GetString()!.ShouldStartWith("person:");
        erased.ShouldNotContain("Anna Berg");
        erased.ShouldNotContain("loyal");
        erased.ShouldContain("lifecycle");
    }

    [Fact]
    public async Task Who_sees_no_numbers_can_send_contacts_back_in_any_order_without_exchanging_them()
    {
        await using var app = await CrmApp.Start();
        var administrator = app.Administrator();
        var id = (await (await administrator.Post(Customers, new
        {
            name = "Acme",
            contacts = new[]
            {
                new { name = "Anna", isPrimary = false, contactPoints = new[] { new { kind = "email", value = "anna@acme.example" } } },
                new { name = "Bert", isPrimary = true, contactPoints = new[] { new { kind = "email", value = "bert@acme.example" } } },
            },
        })).Json(HttpStatusCode.Created)).Id();
        var clerk = await app.CallerWith(["customers.customers.read", "customers.customers.write"], ("customers.contactPoints", "omit"));
        var read = await clerk.GetAsync($"{Customers}/{id}");
        var contacts = (await read.Json()).GetProperty("contacts").EnumerateArray()
            .Select(c => new { id = c.Id(), name = c.Text("name"), isPrimary = c.GetProperty("isPrimary").GetBoolean() }).ToList();

        await (await clerk.Put($"{Customers}/{id}", new { name = "Acme 2", contacts = contacts.AsEnumerable().Reverse() }, read.Tag())).Json();

        var changed = await clerk.GetAsync($"{Customers}/{id}");
        var stranger = contacts.Select(c => new { name = c.name == "Anna" ? "Carl" : c.name, c.isPrimary });
        await (await clerk.Put($"{Customers}/{id}", new { name = "Acme 2", contacts = stranger }, changed.Tag())).Problem(409, "urn:crm:rule:access.field-masked");

        var after = (await (await administrator.GetAsync($"{Customers}/{id}")).Json()).GetProperty("contacts").EnumerateArray();
        after.Select(c => (c.Text("name"), c.GetProperty("contactPoints")[0].Text("value"))).ShouldBe([("Bert", "bert@acme.example"), ("Anna", "anna@acme.example")]);
    }
}
