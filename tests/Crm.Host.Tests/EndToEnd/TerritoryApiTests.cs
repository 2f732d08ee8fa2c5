using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Territories are made by administrators, and customers lie in them.</summary>
[Collection(OneHost.Name)]
public sealed class TerritoryApiTests(SharedApp shared)
{
    private const string Territories = "/admin/v1/territories";
    private const string Customers = "/api/v1/customers/customers";

    [Fact]
    public async Task A_territory_that_is_moved_takes_those_below_and_their_customers_along()
    {
        var client = shared.App.Administrator();
        var north = await Add(client, new { code = "T-N", name = "North" });
        var south = await Add(client, new { code = "T-S", name = "South" });
        var city = await Add(client, new { code = "T-C", name = "City", parentId = north, rules = new[] { new { industry = "territory test" } } });
        var street = await Add(client, new { code = "T-X", name = "Street", parentId = city, rules = new[] { new { industry = "territory test", country = "Germany" } } });
        await (await client.Post(Territories, new { code = "t-n", name = "Twin" })).Problem(409, "urn:crm:rule:platform.territory-code-taken");
        await (await client.Post(Territories, new { code = "T-Q", name = "Lost", parentId = Guid.CreateVersion7() })).Problem(409, "urn:crm:rule:platform.territory-unknown");
        await (await client.Post(Territories, new { code = "T-Q", name = "Lost", managerId = Guid.CreateVersion7() })).Problem(409, "urn:crm:rule:platform.manager-unknown");
        await (await client.Post(Territories, new { code = "T-Q", name = "Empty", rules = new[] { new { } } })).Problem(400, "urn:crm:validation");
        await shared.App.EventsSettled();
        var id = (await (await client.Post(Customers, new { name = "Here", industry = "Territory Test", addresses = new[] { new { country = "DE" } } })).Json(HttpStatusCode.Created)).Id();
        (await (await client.GetAsync($"{Customers}/{id}")).Json()).GetProperty("territoryId").GetGuid().ShouldBe(street);

        (await Count(client, north)).ShouldBe(1);
        var read = await client.GetAsync($"{Territories}/{city}");
        await (await client.Put($"{Territories}/{city}", new { code = "T-C", name = "City", parentId = street }, read.Tag())).Problem(409, "urn:crm:rule:platform.territory-under-itself");
        await (await client.Put($"{Territories}/{city}", new { code = "T-C", name = "City", parentId = south }, read.Tag())).Json();
        await shared.App.EventsSettled();

        (await Count(client, north)).ShouldBe(0);
        (await Count(client, south)).ShouldBe(1);
        (await (await client.GetAsync("/api/v1/customers/territories?filter[code]=T-X")).Json()).GetProperty("items")[0].GetProperty("depth").GetInt32().ShouldBe(2);
    }

    private static async Task<Guid> Add(HttpClient client, object territory) => (await (await client.Post(Territories, territory)).Json(HttpStatusCode.Created)).Id();

    private static async Task<int> Count(HttpClient client, Guid territory) =>
        (await (await client.GetAsync($"{Customers}?filter[territory]={territory}")).Json()).GetProperty("items").GetArrayLength();
}
