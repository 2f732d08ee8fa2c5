using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;
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
    public static Task<ImportedFile> Import(
        this ModuleHarness harness, string module, string profile, string csv, string? details = null, bool isDryRun = false, Caller? caller = null) =>
        harness.Import(module, profile, Encoding.UTF8.GetBytes(csv), details, isDryRun, caller);

    /// <inheritdoc cref="Import(ModuleHarness,string,string,string,string?,bool,Caller?)"/>
    public static async Task<ImportedFile> Import(
        this ModuleHarness harness, string module, string profile, byte[] file, string? details = null, bool isDryRun = false, Caller? caller = null)
    {
        await using var scope = harness.Scope(caller);
        var services = scope.ServiceProvider;
        var id = await services.GetRequiredService<ImportDesk>().Upload(module, await Request(services, profile, file, details, isDryRun), CancellationToken.None);
        return await Ended(harness, services, module, id);
    }

    /// <summary>Runs an import again that did not come to its end, with the file that was uploaded then.</summary>
    public static async Task<ImportedFile> RunImport(this ModuleHarness harness, string module, Guid import, Caller? caller = null)
    {
        await using var scope = harness.Scope(caller);
        var id = await scope.ServiceProvider.GetRequiredService<ImportDesk>().Start(module, import, isDryRun: false, CancellationToken.None);
        return await Ended(harness, scope.ServiceProvider, module, id);
    }

    private static async Task<ImportedFile> Ended(ModuleHarness harness, IServiceProvider services, string module, OperationId id)
    {
        await harness.RunOperations();
        var db = services.GetRequiredService<ImportDesk>().Database(module);
        var import = await db.Set<Import>().AsNoTracking().SingleAsync(i => i.OperationId == id.Value);
        var view = await services.GetRequiredService<OperationReader>().View(id.ToString(), CancellationToken.None);
        return new ImportedFile(view.State, import.Created, import.Updated, import.Unchanged, import.Failed, Told(view)) { Id = import.Id };
    }

    /// <summary>Undoes an import to its end and tells what came of it.</summary>
    /// <param name="harness">With the module.</param>
    /// <param name="module">Its name.</param>
    /// <param name="import">That was imported.</param>
    /// <param name="isDryRun">Only tells what would come of it.</param>
    /// <param name="caller">Who undoes; else the system itself.</param>
    public static async Task<UndoneFile> UndoImport(this ModuleHarness harness, string module, Guid import, bool isDryRun = false, Caller? caller = null)
    {
        await using var scope = harness.Scope(caller);
        var desk = scope.ServiceProvider.GetRequiredService<ImportDesk>();
        var id = await desk.Undo(module, import, isDryRun, CancellationToken.None);
        await harness.RunOperations();
        var view = await desk.View(module, import, CancellationToken.None);
        var operation = await scope.ServiceProvider.GetRequiredService<OperationReader>().View(id.ToString(), CancellationToken.None);
        return new UndoneFile(view.State, view.Undo!.Reverted, view.Undo.Removed, view.Undo.Partly, view.Undo.Left, Told(operation));
    }

    /// <summary>Has a profile for a file guessed.</summary>
    public static async Task<ImportGuess> GuessImport(this ModuleHarness harness, string module, string target, byte[] file, Caller? caller = null)
    {
        await using var scope = harness.Scope(caller);
        var parts = new MultipartFormDataContent { { new StringContent(target), "target" }, { new ByteArrayContent(file), "file", "rows.csv" } };
        return await scope.ServiceProvider.GetRequiredService<GuessDesk>().Guess(module, await Request(scope.ServiceProvider, parts), CancellationToken.None);
    }

    /// <summary>The profile as it is sent along with a file.</summary>
    public static string AsJson(this ImportGuess guess) => JsonSerializer.Serialize(guess.Profile, CrmJson.Options);

    private static IReadOnlyList<string> Told(OperationView view) => [.. view.Problems.Select(p => $"{p.Line} {p.Field} {p.Code}: {p.Message}")];

    private static async Task<HttpRequest> Request(IServiceProvider services, string profile, byte[] file, string? details, bool isDryRun)
    {
        var parts = new MultipartFormDataContent
        {
            { new StringContent(profile), "profile" },
            { new StringContent(isDryRun ? "true" : "false"), "dryRun" },
            { new ByteArrayContent(file), "file", "rows.csv" },
        };
        if (details is not null) parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(details)), "details", "details.csv");
        return await Request(services, parts);
    }

    private static async Task<HttpRequest> Request(IServiceProvider services, MultipartFormDataContent parts)
    {
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
    /// <summary>Of the import.</summary>
    public Guid Id { get; init; }

    public (long Created, long Updated, long Unchanged, long Failed) Counts => (Created, Updated, Unchanged, Failed);
}

/// <summary>What came of undoing an import.</summary>
/// <param name="State">Of the import.</param>
/// <param name="Reverted">Records that are again what they were.</param>
/// <param name="Removed">Records that are hidden again.</param>
/// <param name="Partly">Records of which some fields stay.</param>
/// <param name="Left">Records that stay.</param>
/// <param name="Problems">The first of the reasons: line, fields, code and text.</param>
public sealed record UndoneFile(ImportState State, long Reverted, long Removed, long Partly, long Left, IReadOnlyList<string> Problems)
{
    public (long Reverted, long Removed, long Partly, long Left) Counts => (Reverted, Removed, Partly, Left);
}
