using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Fields of the company's own and tags, as apps and administrators use them.</summary>
[Collection(OneHost.Name)]
public sealed class FieldApiTests(SharedApp shared)
{
    private const string Customers = "/api/v1/customers/customers";
    private const string Fields = "/admin/v1/customers/fields";

    private static readonly object Names = new { english = "Loading dock", chinese = "装卸口" };

    [Fact]
    public async Task A_field_of_the_companys_own_is_written_patched_masked_described_and_kept_in_the_history()
    {
        var client = shared.App.Administrator();
        await Define(client, new { key = "apiDock", names = Names, type = "choice", options = new[] { new { key = "north", names = Names }, new { key = "south", names = Names } } });
        await Define(client, new { key = "apiDays", names = Names, type = "number", min = 0, max = 10 });
        await (await client.Post(Fields, new { key = "apiDays", names = Names, type = "text" })).Problem(409, "urn:crm:rule:customers.field-key-taken");
        var id = (await (await client.Post(Customers, new { name = "Dock & Co", tags = new[] { "Dock" }, fields = new { apiDock = "north", apiDays = 3 } })).Json(HttpStatusCode.Created)).Id();

        var refused = await (await client.Post(Customers, new { name = "Wrong", fields = new { apiDays = 30, nobody = 1 } })).Problem(400, "urn:crm:validation");
        refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/fields/apiDays", "/fields/nobody"], ignoreOrder: true);
        var read = await client.GetAsync($"{Customers}/{id}?fields=name,fields.apiDays");
        (await read.Json()).GetRawText().ShouldBe("""{"name":"Dock & Co","fields":{"apiDays":3}}""");
        await (await client.Patch($"{Customers}/{id}", new { fields = new { apiDock = (string?)null, apiDays = 4 } }, read.Tag())).Json();

        var found = await (await client.GetAsync($"{Customers}?filter[fields.apiDays][gte]=4&filter[tags]=DOCK&sort=-fields.apiDays&expand=fields,tags")).Json();
        var row = found.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (row.Text("name"), row.GetProperty("fields").GetRawText(), row.GetProperty("tags").GetRawText()).ShouldBe(("Dock & Co", """{"apiDays":4}""", """["Dock"]"""));
        var history = (await (await client.GetAsync($"{Customers}/{id}/history")).Json()).GetProperty("items")[0].GetProperty("changes");
        history.GetProperty("fields[apiDays].number").GetProperty("before").GetDecimal().ShouldBe(3m);
        history.GetProperty("fields[apiDock].text").GetProperty("after").ValueKind.ShouldBe(JsonValueKind.Null);
        (await (await client.GetAsync("/api/v1/customers/tags?q=dock")).Json()).GetProperty("items")[0].GetRawText().ShouldBe("""{"tag":"Dock","customers":1}""");
        (await (await client.GetAsync("/api/v1/customers/fields?filter[key]=apiDays")).Json()).GetProperty("items")[0].Text("type").ShouldBe("number");

        var clerk = await shared.App.ReaderWithout(("customers.fields.apiDays", "omit"));
        (await (await clerk.GetAsync($"{Customers}/{id}")).Json()).GetProperty("fields").GetRawText().ShouldBe("{}");
        (await (await clerk.GetAsync($"{Customers}?filter[tags]=dock&expand=fields")).Json()).GetProperty("items")[0].GetRawText().ShouldNotContain("apiDays");
        await (await clerk.GetAsync($"{Customers}?filter[fields.apiDays]=4")).Problem(400, "urn:crm:validation");

        var document = await (await client.GetAsync("/openapi/v1.json")).Json();
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("CustomersCustomerInput").GetProperty("properties").GetProperty("fields").GetProperty("properties");
        schema.GetProperty("apiDays").GetProperty("maximum").GetDecimal().ShouldBe(10m);
        schema.GetProperty("apiDock").GetProperty("enum").EnumerateArray().Select(o => o.GetString()).ShouldBe(["north", "south"]);
        document.GetProperty("paths").GetProperty(Customers).GetProperty("get").GetRawText().ShouldContain("filter[fields.apiDays]");
    }

    private static async Task Define(HttpClient client, object field) => await (await client.Post(Fields, field)).Json(HttpStatusCode.Created);
}
