using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A customer who is there twice, from the first warning to the end, and what the other modules make of it.</summary>
public sealed class DuplicateApiTests
{
    private const string Candidates = "/api/v1/customers/duplicate-candidates";

    private static readonly object Again = new
    {
        name = "Berg, Anna",
        kind = "person",
        bornOn = "1980-02-29",
        addresses = new[] { new { lines = "Hidden lane 5", city = "Wünsdorf", postalCode = "15838-WEST", country = "DE" } },
        externalRefs = new[] { new { system = "shop", id = "99" } },
    };

    [Fact]
    public async Task Who_registers_a_customer_again_is_shown_the_first_one_and_may_say_that_it_is_another_one()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();

        var refused = await (await client.Post(Annas.Customers, Again)).Problem(409, "urn:crm:rule:customers.duplicate-suspected");
        var candidate = refused.GetProperty("candidates").EnumerateArray().ShouldHaveSingleItem();
        (candidate.GetProperty("id").GetGuid(), candidate.Text("name"), candidate.Text("band")).ShouldBe((anna, "Anna Berg", "duplicate"));
        candidate.GetProperty("fields").EnumerateArray().Select(f => (f.Text("field"), f.Text("verdict"))).ShouldContain(("bornOn", "agrees"));

        var other = await (await client.Post(Annas.Customers, With(Again, "duplicateOverride", refused.Text("duplicateOverride")!))).Json(HttpStatusCode.Created);
        var pairs = await (await client.GetAsync($"{Candidates}?customerId={other.Id()}")).Json();
        pairs.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().Text("state").ShouldBe("rejected");
        await (await client.Post("/admin/v1/customers/duplicate-rules/person/try", new { firstId = anna, secondId = other.Id() })).Json();
        await (await client.Put("/admin/v1/customers/duplicate-rules/person", new { rules = new { keys = Array.Empty<object>(), comparisons = Array.Empty<object>(), duplicate = 1, suspected = 2, sharedAtMost = 0 } }, "\"1\""))
            .Problem(400, "urn:crm:validation");
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Merged_customers_are_one_to_all_modules_until_it_is_taken_back_and_are_erased_together()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        var again = (await (await client.Put($"{Annas.Customers}/by-ref/web/7", Again)).Json(HttpStatusCode.Created)).Id();
        await client.AddTea();
        await app.EventsSettled();
        await client.OrderTea(anna);
        await client.OrderTea(again);

        var body = new { others = new[] { new { id = again, version = 1 } } };
        await (await client.Post($"{Annas.Customers}/{anna}/merge", body)).Problem(428, "urn:crm:precondition-required");
        await (await Merge(client, anna, body, "\"7\"")).Problem(412, "urn:crm:stale");
        var rehearsed = await (await Merge(client, anna, new { body.others, dryRun = true }, "\"1\"")).Json();
        var survivor = await (await Merge(client, anna, body, "\"1\"")).Json();
        rehearsed.GetProperty("externalRefs").GetArrayLength().ShouldBe(survivor.GetProperty("externalRefs").GetArrayLength());
        await app.EventsSettled();

        var read = await client.GetAsync($"{Annas.Customers}/{again}");
        read.Content.Headers.ContentLocation!.ToString().ShouldBe($"{Annas.Customers}/{anna}");
        (await read.Json()).Id().ShouldBe(anna);
        await (await client.Delete($"{Annas.Customers}/{again}", "\"3\"")).Problem(409, "urn:crm:rule:customers.merged");
        await client.OrderTea(again);
        await app.EventsSettled();
        (await Orders(client, anna)).ShouldBe(3);
        (await Orders(client, again)).ShouldBe(3);
        (await Sold(client)).ShouldBe([("C-ANNA", 3)]);

        await (await client.Post($"{Annas.Customers}/{again}/unmerge", new { })).Json();
        await app.EventsSettled();
        (await Orders(client, again)).ShouldBe(1);
        (await Sold(client)).Select(s => s.Orders).ShouldBe([2, 1], ignoreOrder: true);

        await (await Merge(client, anna, new { others = new[] { new { id = again, version = await Version(client, again) } } }, $"\"{await Version(client, anna)}\"")).Json();
        await app.EventsSettled();
        await (await client.Post($"/admin/v1/persons/{anna}/erase", new { reason = "request 20" })).Json();
        await app.EventsSettled();
        var bytes = await app.StoredBytes();
        foreach (var value in new[] { "Anna Berg", "Berg, Anna", "berg, anna", "Hidden lane 5", "Wünsdorf" }) bytes.ShouldNotHold(value);
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> Merge(HttpClient client, Guid survivor, object body, string ifMatch) =>
        client.Send(HttpMethod.Post, $"{Annas.Customers}/{survivor}/merge", JsonContent.Create(body), ("If-Match", ifMatch));

    private static async Task<int> Version(HttpClient client, Guid id) => (await (await client.GetAsync($"{Annas.Customers}/{id}")).Json()).GetProperty("version").GetInt32();

    private static async Task<int> Orders(HttpClient client, Guid customer) =>
        (await (await client.GetAsync($"{Annas.Orders}?filter[customer.id]={customer}")).Json()).GetProperty("items").GetArrayLength();

    private static async Task<List<(string? Code, int Orders)>> Sold(HttpClient client) =>
        [.. (await (await client.GetAsync($"{Annas.Report}?by=customer")).Json()).GetProperty("rows").EnumerateArray().Select(r => (r.Text("code"), r.GetProperty("figures").GetProperty("orders").GetInt32()))];

    private static Dictionary<string, object> With(object body, string name, object value) =>
        new(JsonSerializer.SerializeToElement(body).EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value)) { [name] = value };
}
