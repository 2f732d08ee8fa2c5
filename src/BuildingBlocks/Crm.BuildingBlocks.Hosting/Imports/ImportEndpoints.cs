using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The imports of one module. What a caller may import is decided by the permission of the target.</summary>
public static class ImportEndpoints
{
    private static readonly ListSpec<Import, ImportRowView> List = new ListSpec<Import, ImportRowView>("imports")
        .Field("createdAt", i => i.CreatedAt)
        .Field("target", i => i.Target, sortable: false)
        .Field("callerId", i => i.CallerId, sortable: false)
        .DefaultSort("-createdAt")
        .Key(i => i.Id)
        .Select(i => new ImportRowView(
            i.Id, i.Target, i.ProfileName, i.FileName, i.IsDryRun, i.Created, i.Updated, i.Unchanged, i.Failed, i.CreatedAt, i.CallerId));

    /// <param name="routes">Of the module.</param>
    /// <param name="module">Its name.</param>
    public static void MapImports(this IEndpointRouteBuilder routes, string module)
    {
        var limit = routes.ServiceProvider.GetRequiredService<IOptions<ImportOptions>>().Value.MostBytes;
        var imports = routes.MapGroup("/imports").WithTags("Imports").AllowEveryCaller();
        imports.MapPost("/", (HttpRequest request, ImportDesk desk, CancellationToken ct) => Upload(module, request, desk, ct))
            .Accepts<IFormFileCollection>("multipart/form-data").WithMetadata(new TakesUpload(2 * limit));
        imports.MapPost("/guess", async (HttpRequest request, GuessDesk desk, CancellationToken ct) => TypedResults.Ok(await desk.Guess(module, request, ct)))
            .WithSummary("Proposes a profile for a file: parts target and file; nothing of the file is kept")
            .Accepts<IFormFileCollection>("multipart/form-data").WithMetadata(new TakesUpload(2 * limit));
        imports.MapGet("/", (ListRequest request, ImportDesk desk, CancellationToken ct) => List.Page(desk.Visible(desk.Database(module)), request, ct)).WithList(List);
        imports.MapGet("/{id:guid}", (Guid id, ImportDesk desk, CancellationToken ct) => Get(module, id, desk, ct));
        imports.MapGet("/{id:guid}/errors", (Guid id, ImportDesk desk, OperationReader reader, CallerContext caller, IServiceProvider services, CancellationToken ct, string? format = null) =>
            Errors(module, id, desk, reader, caller, services, format, ct)).WithSummary("What is wrong with rows, as a file: format=csv, or xlsx");
        imports.MapPost("/{id:guid}/check", (Guid id, ImportDesk desk, CancellationToken ct) => Start(module, id, isDryRun: true, desk, ct));
        imports.MapPost("/{id:guid}/run", (Guid id, ImportDesk desk, CancellationToken ct) => Start(module, id, isDryRun: false, desk, ct));
        imports.MapPost("/{id:guid}/undo-check", (Guid id, ImportDesk desk, CancellationToken ct) => Undo(module, id, isDryRun: true, desk, ct))
            .WithSummary("Tells what undoing the import would do");
        imports.MapPost("/{id:guid}/undo", (Guid id, ImportDesk desk, CancellationToken ct) => Undo(module, id, isDryRun: false, desk, ct))
            .WithSummary("Makes every record again what it was before the import; what others have changed since stays");

        var profiles = routes.MapGroup("/import-profiles").WithTags("Imports").AllowEveryCaller();
        profiles.MapGet("/", async (ImportProfiles all, CancellationToken ct) => TypedResults.Ok(await all.All(module, ct)));
        profiles.MapGet("/{name}", async (string name, ImportProfiles all, HttpResponse response, CancellationToken ct) => Tagged(await all.Find(module, name, ct), response));
        profiles.MapPut("/{name}", async (string name, ImportProfile profile, ImportProfiles all, HttpResponse response, CancellationToken ct) =>
            Tagged(await all.Put(module, name, profile, ct), response)).WithoutIfMatch().WithSummary("Makes a profile, or with If-Match replaces one");
        routes.MapGet("/import-targets", (ModuleCatalog modules, IServiceProvider services, CallerContext caller, CancellationToken ct) => Targets(modules.Find(module)!, services, caller.Caller, caller.Language, ct)).WithTags("Imports").AllowEveryCaller();
    }

    private static async Task<AcceptedOperation> Upload(string module, HttpRequest request, ImportDesk desk, CancellationToken ct) =>
        Operations.Operations.Accepted(await desk.Upload(module, request, ct));

    private static Ok<ImportProfileView> Tagged(ImportProfileView profile, HttpResponse response)
    {
        response.Headers.ETag = ETags.Of(profile.Version);
        return TypedResults.Ok(profile);
    }

    private static async Task<AcceptedOperation> Start(string module, Guid id, bool isDryRun, ImportDesk desk, CancellationToken ct) =>
        Operations.Operations.Accepted(await desk.Start(module, id, isDryRun, ct));

    private static async Task<AcceptedOperation> Undo(string module, Guid id, bool isDryRun, ImportDesk desk, CancellationToken ct) =>
        Operations.Operations.Accepted(await desk.Undo(module, id, isDryRun, ct));

    private static async Task<Ok<ImportView>> Get(string module, Guid id, ImportDesk desk, CancellationToken ct) =>
        TypedResults.Ok(await desk.View(module, id, ct));

    private static async Task<PushStreamHttpResult> Errors(
        string module, Guid id, ImportDesk desk, OperationReader reader, CallerContext caller, IServiceProvider services, string? format, CancellationToken ct)
    {
        var import = await desk.Find(module, id, ct);
        var problems = await reader.AllProblems(new OperationId(module, import.OperationId ?? Guid.Empty).ToString(), ct);
        return ProblemFile.Of(problems, "errors", format, services, caller.Language, ct);
    }

    private static async Task<Ok<IReadOnlyList<ImportTargetView>>> Targets(
        ModuleDescription module, IServiceProvider services, Caller caller, Language language, CancellationToken ct)
    {
        var targets = new List<ImportTargetView>();
        foreach (var target in module.Imports)
        {
            var shape = await target.ShapeNow(services, ct);
            targets.Add(new ImportTargetView(target.Target, [.. shape.Fields.Select(f => ImportFieldView.Of(f, language))], target.Traits.ShownTo(caller), target.IsRevertible));
        }

        return TypedResults.Ok<IReadOnlyList<ImportTargetView>>(targets);
    }
}

/// <summary>An import in a list; see <see cref="ImportView"/> for its state.</summary>
public sealed record ImportRowView(
    Guid Id, string Target, string? Profile, string FileName, bool IsDryRun, long Created, long Updated, long Unchanged, long Failed,
    DateTimeOffset CreatedAt, Guid CallerId);
