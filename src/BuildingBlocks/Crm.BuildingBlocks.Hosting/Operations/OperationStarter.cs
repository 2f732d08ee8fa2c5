using System.Diagnostics;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Asks for long work inside a command: it begins if, and only if, the command's transaction commits.</summary>
public sealed class OperationStarter(ModuleCatalog modules, CallerContext caller)
{
    private const int RetryAfterSeconds = 10;

    /// <param name="db">The context of the command.</param>
    /// <param name="kind">As registered by the module.</param>
    /// <param name="input">Ids and settings, no personal values.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <exception cref="TooManyRequests">The caller has too much unfinished work in this module.</exception>
    public async Task<OperationId> Start<TInput>(ModuleDbContext db, string kind, TInput input, CancellationToken ct)
        where TInput : notnull
    {
        var known = modules.Find(db.Module)?.Operations.Find(o => o.Kind == kind)
            ?? throw new InvalidOperationException($"The module '{db.Module}' has no operation '{kind}'.");
        if (known.Input != typeof(TInput)) throw new InvalidOperationException($"'{kind}' is asked with {known.Input.Name}, not {typeof(TInput).Name}.");
        await RefuseTooMany(db, ct);

        var now = db.Time.GetUtcNow();
        var operation = new Operation
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Input = JsonSerializer.Serialize(input, EventJson.Options),
            CallerId = caller.Caller.Id,
            CallerSnapshot = CallerSnapshot.Of(caller).ToJson(),
            CreatedAt = now,
            TraceParent = Activity.Current?.Id,
        };
        db.Operations.Add(operation);
        return new OperationId(db.Module, operation.Id);
    }

    private async Task RefuseTooMany(ModuleDbContext db, CancellationToken ct)
    {
        if (caller.Caller.Kind == CallerKind.Job) return;
        var callerId = caller.Caller.Id;
        var unfinished = await db.Operations
            .CountAsync(o => o.CallerId == callerId && (o.State == OperationState.Waiting || o.State == OperationState.Running), ct);
        if (unfinished >= caller.Limits.ConcurrentOperations) throw new TooManyRequests(OperationRules.TooManyUnfinished, RetryAfterSeconds);
    }
}
