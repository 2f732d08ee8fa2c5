using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Figures;

/// <summary>The long work of counting the figures of all customers anew, such as after a database was restored.</summary>
internal sealed record FiguresRecount
{
    public const string Kind = "customers.recount-figures";
}

/// <param name="Customers">Whose figures were counted.</param>
internal sealed record RecountedFigures(long Customers);

internal sealed record StartFiguresRecount : ICommand<OperationId>;

internal sealed class StartFiguresRecountValidator : AbstractValidator<StartFiguresRecount>;

internal sealed class StartFiguresRecountHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<StartFiguresRecount, OperationId>
{
    public Task<OperationId> Handle(StartFiguresRecount command, CancellationToken ct) => starter.Start(db, FiguresRecount.Kind, new FiguresRecount(), ct);
}

/// <summary>All customers who ordered or paid, five hundred at a time.</summary>
internal sealed class RecountFigures : IOperation<FiguresRecount, RecountedFigures>
{
    private const int PerStep = 500;

    public async Task<RecountedFigures> Run(FiguresRecount input, OperationRun run, CancellationToken ct)
    {
        var after = run.Checkpoint<Mark>()?.After;
        var all = (await Everybody(run, ct)).Select(id => id.Value.ToString("D")).Order(StringComparer.Ordinal).ToList();
        foreach (var part in all.SkipWhile(id => string.CompareOrdinal(id, after) <= 0).Chunk(PerStep))
        {
            await run.Step(async step =>
            {
                await step.Get<FigureCount>().Run([.. part.Select(id => new CustomerId(Guid.ParseExact(id, "D")))], ct);
                (step.Done, step.Total, step.Checkpoint) = (step.Done + part.Length, all.Count, new Mark(part[^1]));
            }, ct);
        }

        return new RecountedFigures(run.Done);
    }

    private static async Task<List<CustomerId>> Everybody(OperationRun run, CancellationToken ct)
    {
        await using var scope = run.NewScope();
        var db = (CustomersDbContext)run.Database(scope.ServiceProvider);
        return await db.Set<OrderAccount>().Select(a => a.CustomerId).Union(db.Set<CustomerFigures>().Select(f => f.CustomerId)).ToListAsync(ct);
    }

    /// <param name="After">The last that was counted; ids are compared as texts, the same on every database.</param>
    private sealed record Mark(string After);
}

/// <summary>Counts figures anew that are in another currency than that of the company's books, which was changed.</summary>
internal sealed class FollowCurrency(CustomersDbContext db, ISettings settings, FigureCount figures, Transactions transactions) : IScheduledJob
{
    public const string Name = "follow-currency";
    private const int PerTransaction = 500;
    private const int PerRun = 20_000;

    public async Task<string> Run(CancellationToken ct)
    {
        var book = await settings.Text(CompanySettings.Currency, ct);
        var counted = 0;
        while (counted < PerRun)
        {
            db.ChangeTracker.Clear();
            var other = await db.Set<CustomerFigures>().Where(f => f.Currency != null && f.Currency != book).OrderBy(f => f.CustomerId).Select(f => f.CustomerId).Take(PerTransaction).ToListAsync(ct);
            if (other.Count == 0) break;
            counted += await transactions.Run(
                db,
                async token =>
                {
                    await figures.Run(other, token);
                    return other.Count;
                },
                ct);
        }

        return $"{counted} customers counted in {book}";
    }
}
