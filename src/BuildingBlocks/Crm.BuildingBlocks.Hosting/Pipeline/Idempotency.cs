using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>
/// Answers a repeated Idempotency-Key with the stored reply. The key is saved in the transaction of the effect, so there is no state
/// "in progress" and a failed command leaves no key; after any failure it looks again, because a twin may have won.
/// </summary>
internal sealed class Idempotency<TCommand, TResult>(
    ICommandHandler<TCommand, TResult> inner, IServiceProvider services, ModuleCatalog catalog, CommandContext context, CallerContext caller)
    : ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    public async Task<TResult> Handle(TCommand command, CancellationToken ct)
    {
        if (context.IdempotencyKey is not { } key) return await inner.Handle(command, ct);
        var db = (ModuleDbContext)services.GetService(catalog.Of(typeof(TCommand)).Context!)!;
        // Inside somebody else's transaction the key belongs to the outer command.
        if (db.Database.CurrentTransaction is not null) return await inner.Handle(command, ct);
        if (await Replay(db, key, ct) is { } earlier) return earlier.Result;
        try
        {
            return await inner.Handle(command, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await Replay(db, key, ct) is { } twin) return twin.Result;
            throw;
        }
    }

    private async Task<Replayed?> Replay(ModuleDbContext db, IdempotencyKey key, CancellationToken ct)
    {
        var stored = await db.StoredReplies.AsNoTracking()
            .SingleOrDefaultAsync(r => r.CallerId == caller.Caller.Id && r.Key == key.Value, ct);
        if (stored is null) return null;
        if (stored.RequestHash != key.RequestHash) throw new IdempotencyKeyReused(key.Value);
        context.WasReplayed = true;
        return new Replayed(JsonSerializer.Deserialize<TResult>(stored.Reply, EventJson.Options)!);
    }

    // A result may itself be null, so "nothing stored" needs another null.
    private sealed record Replayed(TResult Result);
}
