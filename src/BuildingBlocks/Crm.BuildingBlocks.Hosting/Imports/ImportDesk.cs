using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Takes uploads in, starts their checks and runs, and shows callers their own imports.</summary>
internal sealed class ImportDesk(
    IServiceProvider services, ModuleCatalog modules, CallerContext caller, CommandContext command, StoredFiles files,
    ImportProfiles profiles, UndoDesk undoing, OperationStarter starter, KeyedWork keyed, IOptions<ImportOptions> options)
{
    private static readonly Phrase DetailsMissing = new("The profile needs a second file.", "该配置需要明细文件。");
    private static readonly Phrase DetailsUnwanted = new("The profile says nothing of a second file.", "该配置不使用明细文件。");

    public async Task<OperationId> Upload(string module, HttpRequest request, CancellationToken ct)
    {
        var upload = new ImportUpload();
        ImportProfile? profile = null;
        var isKept = false;
        try
        {
            await upload.Read(request, command, Store, ct);
            if (profile!.Details is not null && upload.Details is null) throw new InvalidInput("details", DetailsMissing);
            if (profile.Details is null && upload.Details is not null) throw new InvalidInput("details", DetailsUnwanted);
            var operation = await Take(module, upload, profile, ct);
            isKept = !command.WasReplayed;
            return operation;
        }
        finally
        {
            if (!isKept) await files.Discard(module, upload.Files);
        }

        async Task<StoredFile> Store(FileUpload file, Stream content, CancellationToken token)
        {
            // Nothing of a file is kept before it is known that the caller may import it.
            profile ??= await Permitted(module, upload, token);
            return await files.Save(module, file, content, options.Value.MostBytes, token);
        }
    }

    /// <summary>Checks again, or runs what was checked.</summary>
    public Task<OperationId> Start(string module, Guid id, bool isDryRun, CancellationToken ct)
    {
        var db = Database(module);
        return keyed.Run(db, async token =>
        {
            var import = await Claimed(db, id, token);
            profiles.Demand(await profiles.TargetOf(module, JsonSerializer.Deserialize<ImportProfile>(import.Profile, EventJson.Options)!, token));
            if (await undoing.Of(db, import.Id, token) is { } undo) undo.RefuseAnother();
            var state = await StateOf(db, import, token);
            if (state is OperationState.Waiting or OperationState.Running) throw ImportRules.StillRunning.Broken();
            if (state is OperationState.Succeeded && !import.IsDryRun) throw ImportRules.AlreadyDone.Broken();
            if (import.IsFileForgotten) throw ImportRules.FileForgotten.Broken();
            return await Start(db, import, isDryRun, token);
        }, ct);
    }

    /// <summary>Undoes what the import did, or tells what would come of that.</summary>
    public Task<OperationId> Undo(string module, Guid id, bool isDryRun, CancellationToken ct)
    {
        var db = Database(module);
        return keyed.Run(db, async token =>
        {
            var import = await Claimed(db, id, token);
            // Whether its profile would still be taken does not matter: a field that it fills may have been retired since.
            var target = modules.Find(module)!.Imports.Find(t => t.Target == import.Target) ?? throw new ResourceNotFound("import target", import.Target);
            profiles.Demand(target);
            if (!target.IsRevertible) throw ImportRules.NotRevertible.Broken(target.Target);
            if (await StateOf(db, import, token) is OperationState.Waiting or OperationState.Running) throw ImportRules.StillRunning.Broken();
            return await undoing.Start(db, import, isDryRun, token);
        }, ct);
    }

    public async Task<ImportView> View(string module, Guid id, CancellationToken ct)
    {
        var (import, db) = (await Find(module, id, ct), Database(module));
        var operation = await db.Operations.Where(o => o.Id == import.OperationId).Select(o => new { o.State, o.Checkpoint }).SingleOrDefaultAsync(ct);
        // The rows themselves are a hundred thousand, and this is asked once a second.
        var skipped = operation?.Checkpoint is { } mark ? JsonSerializer.Deserialize<ImportMark>(mark, EventJson.Options)!.Skipped : 0;
        return ImportView.Of(module, import, operation?.State, skipped, await undoing.Of(db, id, ct));
    }

    public async Task<Import> Find(string module, Guid id, CancellationToken ct) =>
        await Visible(Database(module)).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Missing(id);

    public ModuleDbContext Database(string module) => services.ContextOf(modules.Find(module)!);

    // Whoever runs it and whoever undoes it write to the same row first, so that the second sees what the first has started.
    private async Task<Import> Claimed(ModuleDbContext db, Guid id, CancellationToken ct)
    {
        await Visible(db).Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsDryRun, i => i.IsDryRun), ct);
        return await Visible(db).SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Missing(id);
    }

    private static ResourceNotFound Missing(Guid id) => new("import", id.ToString());

    public IQueryable<Import> Visible(ModuleDbContext db)
    {
        var (all, callerId) = (caller.Caller.ScopeOf(OperationPermissions.Manage.Name) == RowScope.All, caller.Caller.Id);
        return db.Set<Import>().Where(i => all || (i.CallerId == callerId && callerId != Guid.Empty));
    }

    private static Task<OperationState?> StateOf(ModuleDbContext db, Import import, CancellationToken ct) =>
        db.Operations.Where(o => o.Id == import.OperationId).Select(o => (OperationState?)o.State).SingleOrDefaultAsync(ct);

    private async Task<ImportProfile> Permitted(string module, ImportUpload upload, CancellationToken ct)
    {
        var profile = upload.Inline() ?? (await profiles.Find(module, upload.Profile!, ct)).Profile;
        profiles.Demand(await profiles.TargetOf(module, profile, ct));
        return profile;
    }

    private Task<OperationId> Take(string module, ImportUpload upload, ImportProfile profile, CancellationToken ct)
    {
        var db = Database(module);
        return keyed.Run(db, async token =>
        {
            var now = db.Time.GetUtcNow();
            foreach (var file in upload.Files) await StoredFiles.Keep(db, file, token);
            var import = new Import
            {
                Id = Guid.CreateVersion7(now),
                Target = profile.Target,
                ProfileName = upload.IsInline ? null : upload.Profile,
                Profile = JsonSerializer.Serialize(profile, EventJson.Options),
                FileId = upload.File!.Id,
                FileName = upload.File.Name,
                DetailFileId = upload.Details?.Id,
                CallerId = caller.Caller.Id,
                CallerName = caller.Caller.Name,
                CreatedAt = now,
            };
            db.Add(import);
            return await Start(db, import, upload.IsDryRun, token);
        }, ct);
    }

    private async Task<OperationId> Start(ModuleDbContext db, Import import, bool isDryRun, CancellationToken ct)
    {
        var operation = await starter.Start(db, ImportOperation.KindOf(db.Module), new ImportOperation.Input(import.Id, isDryRun), ct);
        (import.OperationId, import.IsDryRun) = (operation.Value, isDryRun);
        (import.Created, import.Updated, import.Unchanged, import.Failed) = (0, 0, 0, 0);
        db.AddAuditEntry(isDryRun ? "imports.check" : "imports.run", "import", import.Id, new { import.Target });
        return operation;
    }
}
