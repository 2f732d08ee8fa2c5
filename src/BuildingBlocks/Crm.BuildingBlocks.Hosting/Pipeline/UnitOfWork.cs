using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>One transaction and one save per command: the effect, its events, its audit entries and, under an Idempotency-Key, its reply commit together.</summary>
internal sealed class UnitOfWork<TCommand, TResult>(
    ICommandHandler<TCommand, TResult> inner,
    IServiceProvider services,
    ModuleCatalog catalog,
    KeyedWork keyed,
    CommandContext context)
    : ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    private static readonly Phrase NoVersion = new("This request changes no record that has a version. Leave the header out.", "此请求不修改带版本的记录，请去掉该请求头。");

    public Task<TResult> Handle(TCommand command, CancellationToken ct)
    {
        var db = services.ContextOf(catalog.Of(typeof(TCommand)));
        var isOutermost = db.Database.CurrentTransaction is null;
        return keyed.Run(db, Work, ct);

        async Task<TResult> Work(CancellationToken token)
        {
            context.ExpectedVersionChecked = false;
            var result = await inner.Handle(command, token);
            if (!isOutermost) return result;
            RequireComparedVersion(db);
            RequireAudit(db);
            return result;
        }
    }

    private void RequireComparedVersion(ModuleDbContext db)
    {
        if (context.ExpectedVersion is not { } expected || context.ExpectedVersionChecked) return;
        // The command made something new, so the version the caller saw is of something that is not there.
        if (db.ChangeTracker.Entries<AggregateRoot>().FirstOrDefault(e => e.State == EntityState.Added)?.Entity is { } created)
            throw new VersionMismatch(Names.RecordType(created.GetType()), created.Key, expected, actual: 0);
        if (!db.ChangeTracker.Entries<AggregateRoot>().Any(e => e.Entity.Raised.Count > 0)) throw new InvalidInput(HeaderNames.IfMatch, NoVersion);
        throw new InvalidOperationException($"{typeof(TCommand).Name} never compared the caller's If-Match: load the aggregate with ForChange.");
    }

    // That a person asked is worth an entry even where nothing came of it. A job asks every few minutes, for ever.
    private void RequireAudit(ModuleDbContext db)
    {
        if (db.LeavesTrace()) return;
        if (db.Session.Caller.Caller.Kind != CallerKind.Job || db.ChangeTracker.HasChanges()) db.AddAuditEntry(context.CommandName!);
    }
}
