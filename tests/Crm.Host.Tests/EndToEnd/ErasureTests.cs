using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Follows what the system was told of a person through all that it stores.</summary>
public sealed class ErasureTests
{
    private static readonly string[] OfTheCustomer =
    [
        "Anna Berg", "anna berg", "Bergie", "DE-TAX-4711", "1980-02-29", "a quiet sofa", "likes to haggle", "hush-hush", "Carl Contact", "her uncle",
        "Hidden lane 5", "Wünsdorf", "15838-WEST", "+49 30 5551 7788", "493055517788", "berg@secret.example",
        "Registered-Berg", "never before ten", "back room", "0171 555 4433", "491715554433", "after six", "Bergziege80", "bergziege80", "imported secret", "a card of her",
    ];

    private static readonly string[] OfTheOrders =
        ["for grandma Elfriede", "uncle Carl complained", "rent of flat 7", "1Z-ANNA-999", "scan-of-anna.txt", "the scanned words"];

    private static readonly string[] OfTheUser = ["wanda.winter", "Wanda Winter", "wanda@secret.example"];

    [SkippableTheory, EveryProvider]
    public async Task After_an_erasure_no_byte_of_the_database_tells_of_the_person(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var client = app.Administrator();
        var wanda = (await (await client.Post("/admin/v1/users", new { login = "wanda.winter", name = "Wanda Winter", email = "wanda@secret.example" })).Json(HttpStatusCode.Created)).Id();
        var anna = await client.RegisterAnna();
        await client.AddTea();
        await app.EventsSettled();
        await Sell(client, anna);
        await app.EventsSettled();
        var before = await app.StoredBytes();
        // What is plain where it is used would be found; the rest is not to be read by anybody even now.
        foreach (var plain in new[] { "Anna Berg", "Wünsdorf", "for grandma Elfriede", "1Z-ANNA-999", "Wanda Winter" }) before.ShouldHold(plain);
        foreach (var secret in new[] { "DE-TAX-4711", "Hidden lane 5", "berg@secret.example", "the scanned words", "scan-of-anna.txt" }) before.ShouldNotHold(secret);

        await Note(client, anna);
        Guid erasure = default;
        foreach (var person in new[] { anna, wanda })
        {
            var asked = await (await client.Post($"/admin/v1/persons/{person}/erase", new { reason = "request 17" })).Json();
            if (person == anna) erasure = asked.GetProperty("erasureId").GetGuid();
        }

        await app.EventsSettled();
        var view = await (await client.GetAsync($"/admin/v1/persons/erasures/{erasure}")).Json();
        view.GetProperty("isComplete").GetBoolean().ShouldBeTrue();
        view.GetProperty("parts").EnumerateArray().Select(p => p.Text("module")).Distinct().ShouldBe(["customers", "planning", "reporting", "sales-orders"], ignoreOrder: true);
        view.GetProperty("parts").EnumerateArray().Select(p => p.Text("part")).ShouldContain("customers.privacy-erasure");

        var after = await app.StoredBytes();
        foreach (var value in OfTheCustomer.Concat(OfTheOrders).Concat(OfTheUser)) after.ShouldNotHold(value);
        after.ShouldHold("C-ANNA");
        (await client.GetStringAsync($"{Annas.Report}?by=customer")).ShouldContain("C-ANNA");
        (await client.GetStringAsync($"{Annas.Customers}/{anna}")).ShouldContain("Brandenburg");
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_module_that_was_off_when_a_person_was_erased_forgets_them_when_it_is_told()
    {
        await using var app = await CrmApp.Start();
        var client = app.Administrator();
        var anna = await client.RegisterAnna();
        await app.EventsSettled();
        await EraseUnheard(app, anna);
        await app.EventsSettled();
        (await client.GetStringAsync($"{Annas.Customers}/{anna}")).ShouldContain("Anna Berg");

        await client.Finished(await client.Post("/admin/v1/modules/platform/republish?to=customers", new { }));
        await app.EventsSettled();

        (await client.GetStringAsync($"{Annas.Customers}/{anna}")).ShouldNotContain("Anna Berg");
    }

    /// <summary>What is said, found, imported and exported of a customer.</summary>
    private static async Task Note(HttpClient client, Guid anna)
    {
        (await client.Post($"{Annas.Customers}/{anna}/consents", new { purpose = "marketing", channel = "email", contactPoint = "berg@secret.example", isGiven = true, source = "fair", evidence = "a card of her uncle" }))
            .StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await client.Post($"{Annas.Customers}/{anna}/quality/check", new { })).Json();
        await client.Finished(await client.Post($"{Annas.Customers}/{anna}/personal-data", new { }));
        await client.Finished(await client.Post("/api/v1/customers/cleansings", new { query = "q=Berg" }));
        const string profile = """{ "target": "customers.customers", "key": { "system": "old-shop", "columns": ["Id"] }, "duplicates": { "policy": "update", "by": ["code"] }, "fields": { "name": { "column": "Name" }, "code": { "column": "Code" }, "notes": { "column": "Notes" } } }""";
        var parts = new MultipartFormDataContent
        {
            { new StringContent(profile), "profile" }, { new StringContent("false"), "dryRun" }, { new ByteArrayContent("Id,Name,Code,Notes\n1,Anna Berg,C-ANNA,imported secret\n"u8.ToArray()), "file", "rows.csv" },
        };
        (await client.Finished(await client.PostAsync("/api/v1/customers/imports", parts))).GetProperty("result").GetProperty("updated").GetInt32().ShouldBe(1);
    }

    // As the relay leaves it when no module listens: delivered to nobody.
    private static async Task EraseUnheard(CrmApp app, Guid person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        db.Erasures.Add(PersonErasure.Request(person, "request 18", db.Time.GetUtcNow()));
        await db.SaveChangesAsync();
        DateTimeOffset? now = db.Time.GetUtcNow();
        await db.Outbox.Where(m => m.DeliveredAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, now));
        await transaction.Commit(CancellationToken.None);
    }

    /// <summary>Two orders with something personal in all that can be written down about one.</summary>
    private static async Task Sell(HttpClient client, Guid anna)
    {
        var sold = await client.OrderTea(anna);
        await (await client.Post($"{Annas.Orders}/{sold}/pay", new { amount = 40m, method = "transfer", reference = "rent of flat 7" })).Json();
        await (await client.Post($"{Annas.Orders}/{sold}/ship", new { carrier = "Post", trackingNumber = "1Z-ANNA-999" })).Json();
        var cancelled = await client.OrderTea(anna);
        await (await client.Post($"{Annas.Orders}/{cancelled}/cancel", new { reason = "uncle Carl complained" })).Json();
        foreach (var record in new[] { $"{Annas.Customers}/{anna}", $"{Annas.Orders}/{sold}" })
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes("the scanned words")) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
            using var form = new MultipartFormDataContent { { file, "file", "scan-of-anna.txt" } };
            await (await client.Send(HttpMethod.Post, $"{record}/attachments", form)).Json(HttpStatusCode.Created);
        }
    }
}
