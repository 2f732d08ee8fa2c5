using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Crm.Benchmarks.Load;

/// <param name="Code">Of the customer, and its key in the file.</param>
/// <param name="Kind"><c>person</c> or <c>organisation</c>.</param>
internal sealed record CustomerLine(string Code, string Kind, string Name, string Street, string City, string PostalCode, string Country, string Phone, string Mail);

/// <summary>Many customers as a file that is imported: a form would ask about every one that is like another.</summary>
internal static class CustomerFile
{
    private const string Module = "/api/v1/customers";
    private const string Profile = "benchmark";

    private static readonly string[] Columns = ["code", "kind", "name", "street", "city", "postalCode", "country", "phone", "email"];

    public static Task Import(HttpClient http, IEnumerable<CustomerLine> lines, CancellationToken ct) => Import(http, lines, isDryRun: false, ct);

    /// <returns>The operation after its end.</returns>
    public static async Task<JsonNode> Import(HttpClient http, IEnumerable<CustomerLine> lines, bool isDryRun, CancellationToken ct)
    {
        await Known(http, ct);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Profile), "profile" }, { new StringContent(Written(lines)), "file", "customers.csv" }, { new StringContent(isDryRun ? "true" : "false"), "dryRun" },
        };
        using var accepted = await http.PostAsync($"{Module}/imports", form, ct);
        return await Finished(http, accepted, ct);
    }

    // Stored once: another one of its name would have to say which it replaces.
    private static async Task Known(HttpClient http, CancellationToken ct)
    {
        using var stored = await http.GetAsync($"{Module}/import-profiles/{Profile}", ct);
        if (stored.IsSuccessStatusCode) return;
        var profile = new
        {
            target = "customers.customers",
            description = "Made up to be measured.",
            key = new { system = Profile, columns = new[] { "code" } },
            fields = Columns.ToDictionary(c => c, c => new { column = c }),
        };
        using var known = await http.PutAsJsonAsync($"{Module}/import-profiles/{Profile}", profile, ct);
        await Require(known, ct);
    }

    /// <summary>The operation that was accepted, after its end.</summary>
    public static async Task<JsonNode> Finished(HttpClient http, HttpResponseMessage accepted, CancellationToken ct)
    {
        await Require(accepted, ct);
        var link = JsonNode.Parse(await accepted.Content.ReadAsStringAsync(ct))!["links"]!["self"]!.GetValue<string>();
        while (true)
        {
            var operation = JsonNode.Parse(await http.GetStringAsync(link, ct))!;
            switch (operation["state"]!.GetValue<string>())
            {
                case "succeeded": return operation;
                case "failed" or "cancelled": throw new InvalidOperationException(operation.ToJsonString());
                default: await Task.Delay(200, ct); break;
            }
        }
    }

    private static string Written(IEnumerable<CustomerLine> lines)
    {
        var file = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var l in lines)
            file.Append(CultureInfo.InvariantCulture, $"{l.Code},{l.Kind},{l.Name},{l.Street},{l.City},{l.PostalCode},{l.Country},{l.Phone},{l.Mail}\n");
        return file.ToString();
    }

    private static async Task Require(HttpResponseMessage reply, CancellationToken ct)
    {
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"{reply.StatusCode} {await reply.Content.ReadAsStringAsync(ct)}");
    }
}
