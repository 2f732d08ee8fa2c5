using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Files;

public sealed class AttachmentTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_file_hangs_on_a_record_until_it_is_taken_off_and_all_of_it_is_audited(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        var (gadget, address) = await NewGadget(database);
        await using var web = await LongWorkWeb.Start(database, Map);
        using var ann = web.Client(Ann);

        var added = await Add(ann, address, "报告.txt", "text/plain", "hello");
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var link = added.Headers.Location!.ToString();
        (await ann.GetFromJsonAsync<JsonElement>(address)).EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("报告.txt");

        var content = await ann.GetAsync(link);
        (await content.Content.ReadAsStringAsync()).ShouldBe("hello");
        content.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        content.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("报告.txt");
        content.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);

        (await ann.DeleteAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ann.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var host = Start(database);
        var actions = await host.In(Root, (_, db) => db.Audit.Where(a => a.RecordId == gadget && a.Action.StartsWith("attachments")).Select(a => a.Action).ToListAsync());
        actions.ShouldBe(["attachments.add", "attachments.read", "attachments.remove"], ignoreOrder: true);
        (await host.In(Root, (_, db) => db.Set<StoredFilePiece>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("evil.html", "text/html", "<script>", HttpStatusCode.BadRequest)]
    [InlineData("evil.png", "image/png", "MZ\u0090 a program", HttpStatusCode.BadRequest)]
    [InlineData("big.txt", "text/plain", "more than ten bytes", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("empty.txt", "text/plain", "", HttpStatusCode.Created)]
    public async Task Only_what_is_allowed_and_what_it_says_is_taken(string name, string type, string content, HttpStatusCode expected)
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        var (_, address) = await NewGadget(database);
        await using var web = await LongWorkWeb.Start(database, Map, ("Attachments:MostBytes", name == "big.txt" ? "10" : "1000"));
        using var ann = web.Client(Ann);

        (await Add(ann, address, name, type, content)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task What_hangs_on_a_record_that_is_not_seen_does_not_exist()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var web = await LongWorkWeb.Start(database, Map);
        using var ann = web.Client(Ann);
        var nowhere = $"/api/v1/long-work/gadgets/{Guid.CreateVersion7()}/attachments";

        (await Add(ann, nowhere, "a.txt", "text/plain", "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ann.GetAsync(nowhere)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ann.GetAsync($"{nowhere}/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_file_sent_again_under_its_key_is_the_same_attachment_and_another_file_is_refused(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        var (_, address) = await NewGadget(database);
        await using var web = await LongWorkWeb.Start(database, Map);
        using var ann = web.Client(Ann);

        var first = await Add(ann, address, "a.txt", "text/plain", "one", key: "k");
        var twins = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Add(ann, address, "a.txt", "text/plain", "one", key: "k")));
        var other = await Add(ann, address, "a.txt", "text/plain", "two", key: "k");

        twins.ShouldAllBe(t => t.StatusCode == HttpStatusCode.Created && Equals(t.Headers.Location, first.Headers.Location));
        (await twins[0].Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var host = Start(database);
        (await host.In(Root, (_, db) => db.Set<StoredFilePiece>().CountAsync())).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Erasing_a_record_erases_what_hangs_on_it(DatabaseProvider provider)
    {
        await using var database = await Database(provider);
        var (gadget, address) = await NewGadget(database);
        await using var web = await LongWorkWeb.Start(database, Map);
        using var ann = web.Client(Ann);
        await Add(ann, address, "a.txt", "text/plain", "one");
        await Add(ann, address, "b.txt", "text/plain", "two");
        await using var host = Start(database);

        await host.In(Root, async (_, db) =>
        {
            await db.EraseAttachments<Gadget>([gadget], default);
            return true;
        });

        (await ann.GetFromJsonAsync<JsonElement>(address)).GetArrayLength().ShouldBe(0);
        (await host.In(Root, (_, db) => db.Set<StoredFilePiece>().CountAsync())).ShouldBe(0);
    }

    private static void Map(RouteGroupBuilder routes) => routes.MapGroup("/gadgets").MapAttachments<LongWorkDbContext, Gadget>(
        LongWorkModule.WriteGadgets, LongWorkModule.WriteGadgets, (db, id) => db.Gadgets.Where(g => g.Id == new GadgetId(id)));

    private static async Task<(Guid Gadget, string Address)> NewGadget(TestDatabase database)
    {
        await using var host = Start(database);
        await host.Imported("Id,Name,Price\n1,Axe,1\n");
        var gadget = (await host.Gadgets()).Single().Key;
        await host.In(Root, (_, db) => db.Set<StoredFilePiece>().ExecuteDeleteAsync());
        return (gadget, $"/api/v1/long-work/gadgets/{gadget}/attachments");
    }

    private static Task<HttpResponseMessage> Add(HttpClient client, string address, string name, string type, string content, string? key = null)
    {
        var part = new ByteArrayContent(Encoding.Latin1.GetBytes(content)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new MultipartFormDataContent { { part, "file", name } } };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
