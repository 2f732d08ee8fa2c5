using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Asks for customers to be compared.</summary>
/// <param name="OnlyChanged">Only those that are new or have changed since, each with all others; else all with all.</param>
internal sealed record StartComparison(bool OnlyChanged) : ICommand<OperationId>;

internal sealed class StartComparisonValidator : AbstractValidator<StartComparison>;

internal sealed class StartComparisonHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<StartComparison, OperationId>
{
    public Task<OperationId> Handle(StartComparison command, CancellationToken ct) =>
        starter.Start(db, CompareCustomers.Kind, new CompareCustomers.Request(command.OnlyChanged), ct);
}

/// <param name="Customers">That were compared.</param>
/// <param name="Found">Pairs that may be the same.</param>
internal sealed record CustomersCompared(long Customers, long Found);

/// <summary>Compares customers in the background, in constant memory and while everybody works on.</summary>
internal sealed class CompareCustomers(TimeProvider time) : IOperation<CompareCustomers.Request, CustomersCompared>
{
    public const string Kind = "customers.compare";

    private const int CustomersPerStep = 100;

    public async Task<CustomersCompared> Run(Request input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(Phase.Profiles, time.GetUtcNow(), 0, null);
        var blocks = new BlocksStep(run, time);
        while (mark.Phase != Phase.Done)
        {
            mark = mark.Phase switch
            {
                Phase.Profiles => await ProfilesStep.Next(mark, input.OnlyChanged, run, ct),
                Phase.Changed => await Changed(mark, run, ct),
                _ => await blocks.Next(mark, ct),
            };
        }

        return new CustomersCompared(run.Done, mark.Found);
    }

    private async Task<Mark> Changed(Mark mark, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (CustomersDbContext)step.Db;
            var waiting = await db.Set<DuplicateProfile>().Where(p => !p.IsCompared).OrderBy(p => p.CustomerId).Take(CustomersPerStep).ToListAsync(ct);
            var ids = waiting.ConvertAll(p => p.CustomerId);
            var units = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(c => EF.Parameter(ids).Contains(c.Id))
                .Select(c => new { c.Id, c.UnitId }).ToDictionaryAsync(c => c.Id, c => c.UnitId, ct);
            var search = step.Get<DuplicateSearch>();
            var found = new Dictionary<CustomerPair, FoundPair>();
            foreach (var profile in waiting)
            {
                var like = await search.Like(ComparedRecord.Read(profile.Record), profile.CustomerId, ct);
                foreach (var pair in CandidateLedger.PairsOf(profile.CustomerId, profile.Fingerprint, units.GetValueOrDefault(profile.CustomerId), like)) found[pair.Pair] = pair;
                profile.IsCompared = true;
            }

            await db.Note(found.Values, time.GetUtcNow(), ct);
            await db.DropUnseen(db.Set<DuplicateCandidate>().Where(c => EF.Parameter(ids).Contains(c.FirstId) || EF.Parameter(ids).Contains(c.SecondId)), found.Keys, ct);
            next = mark with { Phase = waiting.Count < CustomersPerStep ? Phase.Done : Phase.Changed, Found = mark.Found + found.Count };
            (step.Done, step.Checkpoint) = (step.Done + waiting.Count, next);
        }, ct);
        return next;
    }

    internal sealed record Request(bool OnlyChanged);

    internal enum Phase
    {
        Profiles,
        Changed,
        Blocks,
        Done,
    }

    /// <param name="Phase">What is done now.</param>
    /// <param name="StartedAt">What was last seen before this is no longer so.</param>
    /// <param name="Found">Pairs so far.</param>
    /// <param name="Block">The hash of the block that is worked on.</param>
    internal sealed record Mark(Phase Phase, DateTimeOffset StartedAt, long Found, long? Block);
}

/// <summary>Compares what has changed, every hour.</summary>
internal sealed class CompareChangedCustomers(CustomersDbContext db, ICommandHandler<StartComparison, OperationId> start) : IScheduledJob
{
    public const string Name = "compare-customers";
    public const string Cron = "0 20 * * * ?";

    public async Task<string> Run(CancellationToken ct)
    {
        if (!await db.Set<DuplicateProfile>().AnyAsync(p => !p.IsCompared, ct)) return "nothing has changed";
        return $"operation {(await start.Handle(new StartComparison(OnlyChanged: true), ct)).Value}";
    }
}
