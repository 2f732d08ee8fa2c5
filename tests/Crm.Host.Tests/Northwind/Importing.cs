using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;

namespace Crm.Host.Tests.Northwind;

/// <summary>Files that go in over HTTP as somebody with a shell would send them.</summary>
internal static class Importing
{
    /// <summary>Uploads, waits for the end, and tells how many rows were created, updated, left unchanged and refused.</summary>
    public static async Task<(int Created, int Updated, int Unchanged, int Failed)> Import(
        this HttpClient client, string module, string profile, Stream file, Stream? details = null, bool dryRun = false)
    {
        using var form = new MultipartFormDataContent { { new StringContent(profile), "profile" }, { new StreamContent(file), "file", "rows.csv" } };
        if (details is not null) form.Add(new StreamContent(details), "details", "details.csv");
        // Said either way: an import that is not told only checks.
        form.Add(new StringContent(dryRun ? "true" : "false"), "dryRun");
        var accepted = await client.Send(HttpMethod.Post, $"/api/v1/{module}/imports", form);
        var operation = await client.Finished(accepted);
        operation.GetProperty("problemCount").GetInt32().ShouldBe(0, operation.GetRawText());
        var result = operation.GetProperty("result");
        return (Count("created"), Count("updated"), Count("unchanged"), Count("failed"));

        int Count(string outcome) => result.GetProperty(outcome).GetInt32();
    }

    /// <summary>The operation that was accepted, after its end. Its stream of events is open until then.</summary>
    public static async Task<JsonElement> Finished(this HttpClient client, HttpResponseMessage accepted)
    {
        var links = (await accepted.Json(HttpStatusCode.Accepted)).GetProperty("links");
        await client.GetStringAsync(links.Text("events"));
        var operation = await (await client.GetAsync(links.Text("self"))).Json();
        operation.Text("state").ShouldBe("succeeded", operation.GetRawText());
        return operation;
    }
}
