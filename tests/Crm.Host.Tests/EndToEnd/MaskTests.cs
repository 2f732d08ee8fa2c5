using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A mask on a customer's field holds wherever a copy of the field is shown.</summary>
public sealed class MaskTests(MaskTests.Sold sold) : IClassFixture<MaskTests.Sold>
{
    [Theory]
    [InlineData(Annas.Customers)]
    [InlineData(Annas.Orders)]
    public async Task A_name_that_is_left_out_is_left_out_of_every_list_and_record(string list)
    {
        var reader = await sold.App.ReaderWithout(("customers.name", "omit"));

        var page = await reader.GetStringAsync(list);
        var record = await reader.GetStringAsync($"{list}/{FirstId(page)}");

        (page + record).ShouldNotContain("Anna Berg");
        (page + record).ShouldContain("C-ANNA");
    }

    [Fact]
    public async Task What_is_shortened_in_a_customer_is_shortened_in_an_order()
    {
        var reader = await sold.App.ReaderWithout(("customers.name", "shorten"), ("customers.addresses.lines", "shorten"));

        var order = await (await reader.GetAsync($"{Annas.Orders}/{sold.Order}")).Json();

        order.GetProperty("customer").Text("name").ShouldBe("•••Berg");
        order.GetProperty("shipTo").Text("name").ShouldBe("•••Berg");
        order.GetProperty("shipTo").Text("street").ShouldBe("•••ne 5");
        order.GetProperty("shipTo").Text("city").ShouldBe("Wünsdorf");
    }

    [Theory]
    [InlineData("omit", "Order SO-")]
    [InlineData("shorten", "•••Berg · order SO-")]
    public async Task The_page_of_an_invoice_shows_no_more_of_a_name_than_the_invoice_does(string mask, string shown)
    {
        var reader = await sold.App.ReaderWithout(("customers.name", mask));

        var page = WebUtility.HtmlDecode(await reader.GetStringAsync($"/api/v1/sales-orders/invoices/{sold.Invoice}/html"));

        page.ShouldNotContain("Anna Berg");
        page.ShouldContain(shown);
    }

    [Fact]
    public async Task A_mask_on_addresses_holds_for_where_an_order_goes_and_for_the_place_in_a_list()
    {
        var reader = await sold.App.ReaderWithout(("customers.addresses", "omit"));

        var shipTo = (await (await reader.GetAsync($"{Annas.Orders}/{sold.Order}")).Json()).GetProperty("shipTo");
        var customers = await reader.GetStringAsync(Annas.Customers);

        shipTo.EnumerateObject().Select(p => p.Name).ShouldBe(["name"]);
        customers.ShouldContain("Anna Berg");
        customers.ShouldNotContain("Wünsdorf");
    }

    [Theory]
    [InlineData("filter[customer.name]=Anna Berg")]
    [InlineData("filter[customer.name][contains]=Anna")]
    [InlineData("filter[customer.code]=C-ANNA")]
    [InlineData("fields=customer.name")]
    public async Task Orders_cannot_be_asked_for_by_what_is_masked_in_the_customer(string query)
    {
        var open = await sold.App.ReaderWithout();
        var reader = await sold.App.ReaderWithout(("customers.name", "omit"), ("customers.code", "omit"));

        (await (await open.GetAsync($"{Annas.Orders}?{query}")).Json()).GetProperty("items").GetArrayLength().ShouldBe(1);
        await (await reader.GetAsync($"{Annas.Orders}?{query}")).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task A_search_does_not_look_into_what_is_masked()
    {
        var open = await sold.App.ReaderWithout();
        var reader = await sold.App.ReaderWithout(("customers.name", "shorten"));

        (await Found(open, "Anna")).ShouldBe(1);
        (await Found(reader, "Anna")).ShouldBe(0);

        static async Task<int> Found(HttpClient client, string words) =>
            (await (await client.GetAsync($"{Annas.Orders}?q={words}")).Json()).GetProperty("items").GetArrayLength();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("html")]
    public async Task Reports_by_customer_name_nobody_whose_name_is_masked(string format)
    {
        var open = await sold.App.ReaderWithout();
        var reader = await sold.App.ReaderWithout(("customers.name", "omit"));

        (await open.GetStringAsync($"{Annas.Report}?by=customer&format={format}")).ShouldContain("Anna Berg");
        var report = await reader.GetStringAsync($"{Annas.Report}?by=customer&format={format}");
        report.ShouldNotContain("Anna Berg");
        report.ShouldContain("C-ANNA");
    }

    [Fact]
    public async Task Who_comes_too_late_learns_what_a_personal_field_of_an_order_says_now_unless_something_is_masked()
    {
        var administrator = sold.App.Administrator();
        var anna = FirstId(await administrator.GetStringAsync(Annas.Customers));
        var draft = new { customerId = anna, currency = "EUR", draft = true, customerReference = "for grandma", lines = new[] { new { sku = "TEA", quantity = 1 } } };
        var order = $"{Annas.Orders}/{(await (await administrator.Post(Annas.Orders, draft)).Json(HttpStatusCode.Created)).Id()}";
        await (await administrator.Patch(order, new { customerReference = "for grandpa" }, "\"1\"")).Json();
        var writer = await sold.App.CallerWith(["sales-orders.orders.read", "sales-orders.orders.place"], ("customers.taxId", "omit"));

        var told = await (await administrator.Patch(order, new { customerReference = "for aunt" }, "\"1\"")).Problem(412, "urn:crm:stale");
        var masked = await (await writer.Patch(order, new { customerReference = "for aunt" }, "\"1\"")).Problem(412, "urn:crm:stale");
        var whole = await (await administrator.Patch(order, new { customerReference = "for aunt" }, "\"0\"")).Problem(412, "urn:crm:stale");

        told.GetProperty("changed").Text("customerReference").ShouldBe("for grandpa");
        masked.GetProperty("changed").TryGetProperty("customerReference", out _).ShouldBeFalse();
        whole.GetProperty("changed").Text("customerReference").ShouldBe("for grandpa");
    }

    private static Guid FirstId(string page) => JsonDocument.Parse(page).RootElement.GetProperty("items")[0].Id();

    /// <summary>A host on which something was sold to Anna.</summary>
    public sealed class Sold : IAsyncLifetime
    {
        internal CrmApp App { get; private set; } = null!;

        internal Guid Order { get; private set; }

        internal Guid Invoice { get; private set; }

        public async Task InitializeAsync()
        {
            App = await CrmApp.Start();
            var client = App.Administrator();
            var anna = await client.RegisterAnna();
            await client.AddTea();
            await App.EventsSettled();
            Order = await client.OrderTea(anna);
            await (await client.Post($"{Annas.Orders}/{Order}/ship", new { })).Json();
            Invoice = (await (await client.Post($"{Annas.Orders}/{Order}/invoices", new { })).Json(HttpStatusCode.Created)).Id();
            await App.EventsSettled();
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
