using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Testing;

/// <summary>Files that come into a module, without a web server and without loops.</summary>
public static class ModuleImports
{
    /// <summary>Uploads a file, runs the import to its end and tells what came of it.</summary>
    /// <param name="harness">With the module.</param>
    /// <param name="module">Its name.</param>
    /// <param name="profile">Name of a profile, or a profile as JSON.</param>
    /// <param name="csv">The file.</param>
    /// <param name="details">The second file, where the profile wants one.</param>
    /// <param name="isDryRun">Only checks.</param>
    /// <param name="caller">Who imports; else the system itself.</param>
    public static async Task<ImportedFile> Import(
        this ModuleHarness harness, string module, string profile, string csv, string? details = null, bool isDryRun = false, Caller? caller = null)
    {
        await using var scope = harness.Scope(caller);
        var services = scope.ServiceProvider;
        var id = await services.GetRequiredService<ImportDesk>().Upload(module, await Request(services, profile, csv, details, isDryRun), CancellationToken.None);
        var runner = services.GetRequiredKeyedService<OperationRunner>(module);
        while (await runner.RunNext(CancellationToken.None))
        {
            // Until nothing is left to run.
        }

        var db = services.GetRequiredService<ImportDesk>().Database(module);
        var import = await db.Set<Import>().AsNoTracking().SingleAsync(i => i.OperationId == id.Value);
        var view = await services.GetRequiredService<OperationReader>().View(id.ToString(), CancellationToken.None);
        return new ImportedFile(view.State, import.Created, import.Updated, import.Unchanged, import.Failed, [.. view.Problems.Select(p => $"{p.Line} {p.Field} {p.Code}: {p.Message}")]);
    }

    private static async Task<HttpRequest> Request(IServiceProvider services, string profile, string csv, string? details, bool isDryRun)
    {
        var parts = new MultipartFormDataContent
        {
            { new StringContent(profile), "profile" },
            { new StringContent(isDryRun ? "true" : "false"), "dryRun" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "rows.csv" },
        };
        if (details is not null) parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(details)), "details", "details.csv");
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.ContentType = parts.Headers.ContentType!.ToString();
        http.Request.Body = await parts.ReadAsStreamAsync();
        return http.Request;
    }
}

/// <summary>What came of a file.</summary>
/// <param name="State">Of the operation.</param>
/// <param name="Created">Rows that made a record.</param>
/// <param name="Updated">Rows that changed one.</param>
/// <param name="Unchanged">Rows that say what was known.</param>
/// <param name="Failed">Rows that were refused.</param>
/// <param name="Problems">The first of them: line, field, code and text.</param>
public sealed record ImportedFile(OperationState State, long Created, long Updated, long Unchanged, long Failed, IReadOnlyList<string> Problems)
{
    public (long Created, long Updated, long Unchanged, long Failed) Counts => (Created, Updated, Unchanged, Failed);
}
