using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Files of customers in and out, what customers agreed to and how good the data are, over the API.</summary>
[Collection(OneHost.Name)]
public sealed class IntakeApiTests(SharedApp shared)
{
    private const string Customers = "/api/v1/customers";

    [Fact]
    public async Task A_file_is_guessed_checked_taken_in_and_undone()
    {
        var client = shared.App.Administrator();
        const string file = "KdNr;Firma;Ort;E-Mail\nU1;Undone GmbH;Köln;info@undone.example\nU2;Undone AG;Bonn;post@undone.example\n";
        var guess = await (await client.PostAsync($"{Customers}/imports/guess", Form(("target", "customers.customers"), file))).Json();
        guess.GetProperty("columns").EnumerateArray().Select(c => c.Text("field")).ShouldBe(["code", "name", "city", "email"]);
        guess.GetProperty("isKeySure").GetBoolean().ShouldBeTrue();

        var import = (await client.Finished(await client.PostAsync($"{Customers}/imports", Form(("profile", guess.GetProperty("profile").GetRawText()), file)))).GetProperty("links").Text("result")!;
        (await (await client.GetAsync(import)).Json()).Text("state").ShouldBe("checked");
        await (await client.Post($"{import}/undo", new { })).Problem(409, "urn:crm:rule:imports.nothing-to-undo");
        await client.Finished(await client.Post($"{import}/run", new { }));
        (await Found(client, "Undone")).ShouldBe(2);
        await client.Finished(await client.Post($"{import}/undo-check", new { }));
        (await (await client.GetAsync(import)).Json()).GetProperty("undo").GetProperty("removed").GetInt32().ShouldBe(2);
        await client.Finished(await client.Post($"{import}/undo", new { }));

        (await (await client.GetAsync(import)).Json()).Text("state").ShouldBe("reverted");
        (await Found(client, "Undone")).ShouldBe(0);
        await (await client.Post($"{import}/undo", new { })).Problem(409, "urn:crm:rule:imports.already-reverted");
        await (await client.Post($"{import}/run", new { })).Problem(409, "urn:crm:rule:imports.already-reverted");
    }

    [Fact]
    public async Task A_workbook_is_guessed_and_comes_in_and_what_was_wrong_with_it_is_one_too()
    {
        var client = shared.App.Administrator();
        await Register(client, new { name = "Workbook Ltd", code = "WORKBOOK-1", contactPoints = new[] { new { kind = "email", value = "info@workbook.example" } } });
        var asked = new { query = "filter[code]=WORKBOOK-1", columns = new[] { "id", "code", "name", "email" }, format = "xlsx" };
        var file = await client.GetByteArrayAsync((await client.Finished(await client.Post($"{Customers}/exports", asked))).GetProperty("links").Text("result") + "/file");

        var guess = await (await client.PostAsync($"{Customers}/imports/guess", Form(("target", "customers.customers"), file, "rows.xlsx"))).Json();
        var import = (await client.Finished(await client.PostAsync($"{Customers}/imports", Form(("profile", "crm-customers"), file, "rows.xlsx")))).GetProperty("links").Text("result")!;
        await client.Finished(await client.Post($"{import}/run", new { }));

        guess.GetProperty("columns").EnumerateArray().Select(c => c.Text("column")).ShouldBe(["id", "code", "name", "email"]);
        (await (await client.GetAsync(import)).Json()).GetProperty("unchanged").GetInt32().ShouldBe(1);
        var errors = await client.GetAsync($"{import}/errors?format=xlsx");
        errors.Content.Headers.ContentDisposition!.FileName.ShouldBe("errors.xlsx");
        (await errors.Content.ReadAsByteArrayAsync()).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        (await client.GetAsync($"{import}/errors")).Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        await (await client.GetAsync($"{import}/errors?format=pdf")).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task A_customer_agrees_and_withdraws_and_the_latest_word_holds()
    {
        var client = shared.App.Administrator();
        var consents = $"{Customers}/customers/{await Register(client, new { name = "Consent Ltd", code = "CONSENT" })}/consents";
        (await Allowed("email")).ShouldBeFalse("Nobody said anything.");

        await Say(new { purpose = "marketing", channel = "email", isGiven = true, source = "fair", at = "2026-01-01T00:00:00Z" });
        (await Allowed("email"), await Allowed("phone")).ShouldBe((true, false));
        await Say(new { purpose = "marketing", channel = "email", contactPoint = "Old@consent.example", isGiven = false, source = "mail" });
        (await Allowed("email", "old@CONSENT.example"), await Allowed("email", "new@consent.example")).ShouldBe((false, true));
        await Say(new { purpose = "marketing", isGiven = false, source = "call", at = "2026-02-01T00:00:00Z" });

        (await Allowed("email", "new@consent.example")).ShouldBeFalse("A no to all is a no to each.");
        (await (await client.GetAsync($"{consents}/history")).Json()).GetProperty("items").GetArrayLength().ShouldBe(3);
        (await (await client.GetAsync(consents)).Json()).EnumerateArray().Select(c => c.GetProperty("isGiven").GetBoolean()).ShouldBe([false, true, false]);
        await (await client.Post(consents, new { purpose = "no-such-thing", isGiven = true, source = "x" })).Problem(409, "urn:crm:rule:customers.consent-purpose-unknown");
        await (await client.Post(consents, new { purpose = "marketing", contactPoint = "x@y.example", isGiven = true, source = "x" })).Problem(400, "urn:crm:validation");
        await (await client.Post(consents, new { purpose = "marketing", isGiven = true, source = "x", at = "2999-01-01T00:00:00Z" })).Problem(400, "urn:crm:validation");

        async Task Say(object consent) => (await client.Post(consents, consent)).StatusCode.ShouldBe(HttpStatusCode.Created);

        async Task<bool> Allowed(string channel, string? point = null) =>
            (await (await client.GetAsync($"{consents}/answer?purpose=marketing&channel={channel}{(point is null ? "" : $"&contactPoint={point}")}")).Json()).GetProperty("isAllowed").GetBoolean();
    }

    [Fact]
    public async Task Only_whoever_asked_for_a_file_fetches_it()
    {
        var client = shared.App.Administrator();
        var id = await Register(client, new { name = "Export Ltd", code = "EXPORT-1" });
        var other = await shared.App.CallerWith(["customers.customers.read", "customers.customers.export", "customers.customers.write"]);

        var export = (await client.Finished(await client.Post($"{Customers}/exports", new { query = "filter[code]=EXPORT-1", columns = new[] { "code", "name" } }))).GetProperty("links").Text("result")!;
        var person = (await client.Finished(await client.Post($"{Customers}/customers/{id}/personal-data", new { }))).GetProperty("links").Text("result")!;

        (await client.GetStringAsync($"{export}/file")).TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe("code,name\nEXPORT-1,Export Ltd\n");
        (await (await client.GetAsync($"{person}/file")).Content.ReadAsByteArrayAsync()).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        foreach (var file in new[] { export, person, $"{export}/file", $"{person}/file" }) await (await other.GetAsync(file)).Problem(404, "urn:crm:not-found");
        await (await other.Post($"{Customers}/customers/{id}/personal-data", new { })).Problem(403, "urn:crm:forbidden");
        await (await client.Post($"{Customers}/exports", new { query = "filter[shoeSize]=44" })).Problem(400, "urn:crm:validation");
        await (await client.Post($"{Customers}/exports", new { columns = new[] { "shoeSize" } })).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task Bad_data_are_found_scored_and_corrected_in_bulk()
    {
        var client = shared.App.Administrator();
        var id = await Register(client, new { name = "Untidy   Ltd", code = "UNTIDY-1", source = "untidy", contactPoints = new[] { new { kind = "email", value = "INFO@untidy.example" } } });
        var found = await (await client.Post($"{Customers}/customers/{id}/quality/check", new { })).Json();
        found.GetProperty("findings").EnumerateArray().Select(f => f.Text("check")).ShouldContain("untidy-names-tidy");
        var own = await shared.App.CallerWith(["customers.quality.read"]);
        (await (await own.GetAsync($"{Customers}/quality/findings?filter[customerId]={id}")).Json()).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);

        var cleansing = (await client.Finished(await client.Post($"{Customers}/cleansings", new { query = "filter[code]=UNTIDY-1" }))).GetProperty("links").Text("result")!;
        var proposals = (await (await client.GetAsync($"{cleansing}/proposals")).Json()).GetProperty("items").EnumerateArray().ToList();
        proposals.Select(p => p.Text("after")).ShouldBe(["Untidy Ltd", "info@untidy.example"], ignoreOrder: true);
        await (await client.Post($"{cleansing}/apply", new { })).Problem(409, "urn:crm:rule:customers.cleansing-nothing-approved");
        await (await client.Post($"{cleansing}/approve", new { ids = new[] { proposals[0].Id() } })).Json();
        await client.Finished(await client.Post($"{cleansing}/apply", new { }));
        (await (await client.GetAsync($"{Customers}/customers/{id}")).Json()).Text("name").ShouldBe("Untidy Ltd");
        await client.Finished(await client.Post($"{cleansing}/undo", new { }));

        (await (await client.GetAsync($"{Customers}/customers/{id}")).Json()).Text("name").ShouldBe("Untidy   Ltd");
        await (await client.Post($"{cleansing}/undo", new { })).Problem(409, "urn:crm:rule:customers.cleansing-not-now");
    }

    private static async Task<Guid> Register(HttpClient client, object customer) => (await (await client.Post($"{Customers}/customers", customer)).Json(HttpStatusCode.Created)).Id();

    private static async Task<int> Found(HttpClient client, string words) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Customers}/customers?q={words}")).GetProperty("items").GetArrayLength();

    private static MultipartFormDataContent Form((string Name, string Value) first, string file) => Form(first, Encoding.UTF8.GetBytes(file), "rows.csv");

    private static MultipartFormDataContent Form((string Name, string Value) first, byte[] file, string name) => new()
    {
        { new StringContent(first.Value), first.Name }, { new ByteArrayContent(file), "file", name },
    };
}
