using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Files hang on any record, and are found, fetched and taken away through it.</summary>
public sealed class AttachmentTests(AttachmentTests.Records records) : IClassFixture<AttachmentTests.Records>
{
    private static readonly byte[] Contract = Encoding.UTF8.GetBytes("Two pounds of tea, 每月");

    [Theory]
    [InlineData("customers")]
    [InlineData("products")]
    [InlineData("orders")]
    [InlineData("plans")]
    public async Task A_file_is_kept_to_the_byte_with_its_record_and_goes_when_it_is_removed(string kind)
    {
        var (client, attachments) = (records.App.Administrator(), $"{records.Paths[kind]}/attachments");

        var added = await (await client.PostAsync(attachments, File("contract.txt", "text/plain"))).Json(HttpStatusCode.Created);
        var listed = (await (await client.GetAsync(attachments)).Json()).EnumerateArray().ToList();
        var fetched = await client.GetAsync($"{attachments}/{added.Id()}");

        listed.ShouldHaveSingleItem().Text("name").ShouldBe("contract.txt");
        (await fetched.Content.ReadAsByteArrayAsync()).ShouldBe(Contract);
        fetched.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");

        (await client.DeleteAsync($"{attachments}/{added.Id()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await client.GetAsync($"{attachments}/{added.Id()}")).Problem(404, "urn:crm:not-found");
        (await (await client.GetAsync(attachments)).Json()).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("orders")]
    public async Task A_record_that_is_not_there_takes_no_file(string kind)
    {
        var nowhere = $"{Path.GetDirectoryName(records.Paths[kind])}/{Guid.CreateVersion7()}/attachments";

        await (await records.App.Administrator().PostAsync(nowhere, File("contract.txt", "text/plain"))).Problem(404, "urn:crm:not-found");
    }

    [Fact]
    public async Task A_file_of_one_record_is_not_reached_through_another()
    {
        var client = records.App.Administrator();
        var added = await (await client.PostAsync($"{records.Paths["customers"]}/attachments", File("contract.txt", "text/plain"))).Json(HttpStatusCode.Created);

        await (await client.GetAsync($"{records.Paths["orders"]}/attachments/{added.Id()}")).Problem(404, "urn:crm:not-found");
        (await client.DeleteAsync($"{records.Paths["customers"]}/attachments/{added.Id()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_record_takes_as_many_files_as_the_company_allows()
    {
        var client = records.App.Administrator();
        var attachments = $"{records.Paths["full"]}/attachments";
        for (var i = 0; i < 2; i++) await (await client.PostAsync(attachments, File("contract.txt", "text/plain"))).Json(HttpStatusCode.Created);

        await (await client.PostAsync(attachments, File("contract.txt", "text/plain"))).Problem(409, "urn:crm:rule:attachments.too-many");
    }

    private static MultipartFormDataContent File(string name, string type)
    {
        var content = new ByteArrayContent(Contract);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { content, "file", name } };
    }

    public sealed class Records : IAsyncLifetime
    {
        internal CrmApp App { get; private set; } = null!;

        internal Dictionary<string, string> Paths { get; } = [];

        public async Task InitializeAsync()
        {
            App = await CrmApp.Start(DatabaseProvider.Sqlite, ("Attachments:MostPerRecord", "2"));
            var client = App.Administrator();
            var customer = await client.RegisterAnna();
            await client.AddTea();
            await App.EventsSettled();
            var product = (await (await client.GetAsync("/api/v1/sales-orders/products")).Json()).GetProperty("items")[0].Id();
            var plan = await (await client.Post("/api/v1/planning/plans", new { name = "Year", firstMonth = "2026-01-01", lastMonth = "2026-12-01", currency = "EUR" })).Json(HttpStatusCode.Created);
            Paths["customers"] = $"{Annas.Customers}/{customer}";
            Paths["products"] = $"/api/v1/sales-orders/products/{product}";
            Paths["orders"] = $"{Annas.Orders}/{await client.OrderTea(customer)}";
            Paths["full"] = $"{Annas.Orders}/{await client.OrderTea(customer)}";
            Paths["plans"] = $"/api/v1/planning/plans/{plan.Id()}";
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
