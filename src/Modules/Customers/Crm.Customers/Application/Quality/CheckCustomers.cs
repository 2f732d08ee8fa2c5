using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Customers.Application.Quality;

/// <summary>Looks at some customers now.</summary>
/// <param name="Customers">Ids; one that is hidden, merged or erased has no findings.</param>
/// <param name="Notes">Ids of the notes that this does away with.</param>
internal sealed record CheckCustomers(IReadOnlyList<Guid> Customers, IReadOnlyList<Guid> Notes) : ICommand<CustomersChecked>;

/// <param name="Customers">How many were looked at.</param>
internal sealed record CustomersChecked(int Customers);

internal sealed class CheckCustomersValidator : AbstractValidator<CheckCustomers>
{
    public CheckCustomersValidator() => RuleFor(c => c.Customers).NotEmpty();
}

internal sealed class CheckCustomersHandler(CustomersDbContext db, CustomerQuality quality) : ICommandHandler<CheckCustomers, CustomersChecked>
{
    public async Task<CustomersChecked> Handle(CheckCustomers command, CancellationToken ct)
    {
        var notes = command.Notes.ToList();
        // Whoever changes a customer meanwhile leaves a note of their own, which is not among these.
        if (notes.Count > 0) await db.Set<QualityDue>().Where(d => EF.Parameter(notes).Contains(d.Id)).ExecuteDeleteAsync(ct);
        await quality.Check(command.Customers, await quality.Rules(ct), ct);
        return new CustomersChecked(command.Customers.Count);
    }
}

/// <summary>Asks for every customer to be looked at.</summary>
internal sealed record StartQualityCheck : ICommand<OperationId>;

internal sealed class StartQualityCheckValidator : AbstractValidator<StartQualityCheck>;

internal sealed class StartQualityCheckHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<StartQualityCheck, OperationId>
{
    public Task<OperationId> Handle(StartQualityCheck command, CancellationToken ct) => starter.Start(db, CheckAllCustomers.Kind, new CheckAllCustomers.Request(), ct);
}

/// <param name="Customers">That were looked at.</param>
/// <param name="Score">Mean of their scores, 0 to 100; null where there is no customer.</param>
/// <param name="Found">Open findings.</param>
internal sealed record AllCustomersChecked(long Customers, decimal? Score, long Found);

/// <summary>Looks at the customers in the order of their codes, so many at a time, and ends with a snapshot of all and of each source and owner.</summary>
internal sealed class CheckAllCustomers : IOperation<CheckAllCustomers.Request, AllCustomersChecked>
{
    public const string Kind = "customers.check-quality";

    private const int CustomersPerStep = 200;

    public async Task<AllCustomersChecked> Run(Request input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark("", IsDone: false);
        QualityRuleBook? rules = null;
        QualityTotals? totals = null;
        while (totals is null)
        {
            await run.Step(async step =>
            {
                var (db, quality) = ((CustomersDbContext)step.Db, step.Get<CustomerQuality>());
                // All customers by the same rules.
                rules ??= await quality.Rules(ct);
                if (mark.IsDone)
                {
                    totals = await db.KeepQualitySnapshot(ct);
                    await db.KeepQualityGroupSnapshots(CustomerQuality.Dimensions, ct);
                    return;
                }

                var after = mark.Code;
                var page = await db.Customers.Where(c => string.Compare(c.Code, after) > 0).OrderBy(c => c.Code).Take(CustomersPerStep).Select(c => new { c.Id, c.Code }).ToListAsync(ct);
                if (page.Count > 0) await quality.Check(page.ConvertAll(c => c.Id.Value), rules, ct);
                step.Total ??= await db.Customers.LongCountAsync(ct);
                mark = new Mark(page.Count == 0 ? after : page[^1].Code, page.Count < CustomersPerStep);
                (step.Done, step.Checkpoint) = (step.Done + page.Count, mark);
            }, ct);
        }

        return new AllCustomersChecked(totals.Subjects, totals.Score, totals.Found.Sum(f => f.Open));
    }

    internal sealed record Request;

    /// <param name="Code">Of the last customer that was looked at.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(string Code, bool IsDone);
}

/// <summary>Looks at all customers every night, like an administrator who asks for it.</summary>
internal sealed class CheckCustomersNightly(ICommandHandler<StartQualityCheck, OperationId> start) : IScheduledJob
{
    public const string Name = "check-customers";

    public async Task<string> Run(CancellationToken ct) => $"operation {(await start.Handle(new StartQualityCheck(), ct)).Value}";
}

/// <summary>Looks again at customers that were changed, a moment after it.</summary>
internal sealed class CheckChangedCustomers(CustomersDbContext db, IServiceScopeFactory scopes, ILogger<CheckChangedCustomers> log) : IScheduledJob
{
    public const string Name = "check-changed-customers";

    private const int AtOnce = 200;
    private const int MostPerRun = 20_000;

    public async Task<string> Run(CancellationToken ct)
    {
        var (looked, failed) = (0, 0);
        // What failed in this run is still there, and comes first. After a large import the rest waits for the next run.
        while (looked < MostPerRun && await db.Set<QualityDue>().AsNoTracking().OrderBy(d => d.Id).Skip(failed).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            var check = new CheckCustomers([.. due.Select(d => d.SubjectId).Distinct()], [.. due.Select(d => d.Id)]);
            if (await scopes.Try<CheckCustomers, CustomersChecked>(Name, check, log, ct) is { } done) looked += done.Customers;
            else failed += due.Count;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{looked} customers checked, {failed} notes failed");
    }
}
