using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Files;
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
    ImportProfiles profiles, OperationStarter starter, Transactions transactions, IOptions<ImportOptions> options)
{
    private static readonly Phrase DetailsMissing = new("The profile needs a second file.", "该配置需要明细文件。");
    private static readonly Phrase DetailsUnwanted = new("The profile says nothing of a second file.", "该配置不使用明细文件。");

    public async Task<OperationId> Upload(string module, HttpRequest request, CancellationToken ct)
    {
        if (await Replayed(module, ct) is { } earlier) return earlier;
        var upload = new ImportUpload();
        try
        {
            await upload.Read(request, module, files, options.Value.MostBytes, ct);
            var inline = upload.Inline();
            var profile = inline ?? (await profiles.Find(module, upload.Profile!, ct)).Profile;
            profiles.Demand(profiles.TargetOf(module, profile));
            if (profile.Details is not null && upload.Details is null) throw new InvalidInput("details", DetailsMissing);
            if (profile.Details is null && upload.Details is not null) throw new InvalidInput("details", DetailsUnwanted);
            return await Take(module, upload, profile, inline is null ? upload.Profile : null, ct);
        }
        catch when (upload.Files.Count > 0)
        {
            await GiveUp(module, upload.Files);
            throw;
        }
    }

    /// <summary>Checks again, or runs what was checked.</summary>
    public async Task<OperationId> Start(string module, Guid id, bool isDryRun, CancellationToken ct)
    {
        var db = Database(module);
        return await transactions.Run(db, async token =>
        {
            var import = await Visible(db).SingleOrDefaultAsync(i => i.Id == id, token) ?? throw Missing(id);
            profiles.Demand(profiles.TargetOf(module, JsonSerializer.Deserialize<ImportProfile>(import.Profile, EventJson.Options)!));
            var state = await StateOf(db, import, token);
            if (state is OperationState.Waiting or OperationState.Running) throw ImportRules.StillRunning.Broken();
            if (state is OperationState.Succeeded && !import.IsDryRun) throw ImportRules.AlreadyDone.Broken();
            return await Start(db, import, isDryRun, token);
        }, ct);
    }

    public async Task<ImportView> View(string module, Guid id, CancellationToken ct)
    {
        var import = await Find(module, id, ct);
        return ImportView.Of(module, import, await StateOf(Database(module), import, ct));
    }

    public async Task<Import> Find(string module, Guid id, CancellationToken ct) =>
        await Visible(Database(module)).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Missing(id);

    public ModuleDbContext Database(string module) => services.ContextOf(modules.Find(module)!);

    private static ResourceNotFound Missing(Guid id) => new("import", id.ToString());

    public IQueryable<Import> Visible(ModuleDbContext db)
    {
        var (all, callerId) = (caller.Caller.MayAll, caller.Caller.Id);
        return db.Set<Import>().Where(i => all || (i.CallerId == callerId && callerId != Guid.Empty));
    }

    private static Task<OperationState?> StateOf(ModuleDbContext db, Import import, CancellationToken ct) =>
        db.Operations.Where(o => o.Id == import.OperationId).Select(o => (OperationState?)o.State).SingleOrDefaultAsync(ct);

    private Task<OperationId> Take(string module, ImportUpload upload, ImportProfile profile, string? profileName, CancellationToken ct)
    {
        var db = Database(module);
        return transactions.Run(db, async token =>
        {
            // A twin may have won since the start of this request; then what was uploaded now is never kept.
            if (await Replayed(module, token) is { } twin) return twin;
            var now = db.Time.GetUtcNow();
            foreach (var file in upload.Files) await StoredFiles.Keep(db, file, token);
            var import = new Import
            {
                Id = Guid.CreateVersion7(now),
                Target = profile.Target,
                ProfileName = profileName,
                Profile = JsonSerializer.Serialize(profile, EventJson.Options),
                FileId = upload.File!.Id,
                FileName = upload.File.Name,
                DetailFileId = upload.Details?.Id,
                CallerId = caller.Caller.Id,
                CallerName = caller.Caller.Name,
                CreatedAt = now,
            };
            db.Add(import);
            var operation = await Start(db, import, upload.IsDryRun, token);
            Remember(db, operation);
            return operation;
        }, ct);
    }

    private async Task<OperationId> Start(ModuleDbContext db, Import import, bool isDryRun, CancellationToken ct)
    {
        var operation = await starter.Start(db, ImportOperation.KindOf(db.Module), new ImportOperation.Input(import.Id, isDryRun), ct);
        (import.OperationId, import.IsDryRun) = (operation.Value, isDryRun);
        (import.Created, import.Updated, import.Unchanged, import.Failed) = (0, 0, 0, 0);
        db.AddAuditEntry(isDryRun ? "imports.check" : "imports.run", "import", import.Id, new { import.Target, import.FileName });
        return operation;
    }

    private async Task<OperationId?> Replayed(string module, CancellationToken ct)
    {
        if (command.IdempotencyKey is not { } key) return null;
        var stored = await Database(module).StoredReplies.AsNoTracking().SingleOrDefaultAsync(r => r.CallerId == caller.Caller.Id && r.Key == key.Value, ct);
        if (stored is null) return null;
        if (stored.RequestHash != key.RequestHash) throw new IdempotencyKeyReused(key.Value);
        command.WasReplayed = true;
        return JsonSerializer.Deserialize<OperationId>(stored.Reply, EventJson.Options);
    }

    private void Remember(ModuleDbContext db, OperationId operation)
    {
        if (command.IdempotencyKey is not { } key) return;
        db.StoredReplies.Add(StoredReply.Of(caller.Caller.Id, key, JsonSerializer.Serialize(operation, EventJson.Options), db.Time.GetUtcNow()));
    }

    private async Task GiveUp(string module, IReadOnlyList<Guid> uploaded)
    {
        var db = Database(module);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        await StoredFiles.GiveUp(db, uploaded, CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
    }
}
