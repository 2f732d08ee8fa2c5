using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Reporting.Application.Consumers;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Rebuilding;

/// <summary>What a rebuild came to.</summary>
/// <param name="Generation">The one that is read now.</param>
/// <param name="Events">Kept events in it.</param>
/// <param name="HashBefore">Of the facts that were read until then.</param>
/// <param name="HashAfter">Of the facts that are read now.</param>
/// <param name="IsSame">Whether the rebuild changed nothing.</param>
internal sealed record RebuildOutcome(int Generation, long Events, string HashBefore, string HashAfter, bool IsSame);

/// <summary>
/// Makes the facts again from the kept events, in a generation beside the live one, while that one goes on. Each method is to be called
/// within a transaction of its own.
/// </summary>
internal sealed class FactsRebuild(ReportingDbContext db, IPersonKeys persons, TimeProvider time)
{
    private const int RowsPerDrop = 2000;

    private static readonly Dictionary<string, Type> Known = ProjectFacts.Events.ToDictionary(EventNames.Of);

    /// <summary>Begins a new generation. A rebuild that was under way is overtaken.</summary>
    public async Task<int> Begin(CancellationToken ct)
    {
        var (building, live) = await db.LockedStates(ct);
        (building.Generation, building.Position) = (Math.Max(building.Generation, live.Generation) + 1, 0);
        return building.Generation;
    }

    /// <summary>Replays the next kept events into the generation.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="RuleBroken">Another rebuild has begun since.</exception>
    public async Task<int> Replay(int generation, int count, CancellationToken ct)
    {
        var building = await db.LockedState(ProjectionState.Building, ct);
        return await Replay(Mine(building, generation), count, ct);
    }

    /// <summary>Catches up with the live facts, which wait, compares both and lets reports read the new ones.</summary>
    /// <exception cref="RuleBroken">Another rebuild has begun since.</exception>
    public async Task<RebuildOutcome> Finish(int generation, int count, CancellationToken ct)
    {
        var (building, live) = await db.LockedStates(ct);
        while (await Replay(Mine(building, generation), count, ct) > 0)
        {
        }

        var before = await FactsHash.Of(db, live.Generation, ct);
        var after = await FactsHash.Of(db, generation, ct);
        (live.Generation, live.Hash, live.BuiltAt) = (generation, after, time.GetUtcNow());
        (building.Generation, building.Position) = (0, 0);
        return new RebuildOutcome(generation, live.Position, before, after, before == after);
    }

    /// <summary>Removes some rows of generations that are neither read nor being built, so few that whoever else writes hardly waits.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    public async Task<int> DropRetired(CancellationToken ct)
    {
        var (building, live) = await db.LockedStates(ct);
        Func<int, int, CancellationToken, Task<int>>[] drops =
        [
            Drop<SalesRollup>, Drop<OrderLineFact>, Drop<OrderFact>, Drop<PaymentFact>, Drop<ShipmentFact>, Drop<RefundFact>, Drop<TargetFact>,
            Drop<CustomerCopy>, Drop<ProductCopy>, Drop<PersonCopy>, Drop<UnitCopy>,
        ];
        foreach (var drop in drops)
        {
            if (await drop(live.Generation, building.Generation, ct) is > 0 and var dropped) return dropped;
        }

        return 0;
    }

    private static ProjectionState Mine(ProjectionState building, int generation) =>
        building.Generation == generation ? building : throw ReportingRules.RebuildOvertaken.Broken();

    private async Task<int> Replay(ProjectionState building, int count, CancellationToken ct)
    {
        var from = building.Position;
        var kept = await db.KeptEvents.AsNoTracking().Where(e => e.Position > from).OrderBy(e => e.Position).Take(count).ToListAsync(ct);
        if (kept.Count == 0) return 0;
        var events = new List<Happened>(kept.Count);
        foreach (var e in kept) events.Add(new Happened(e.StreamPosition, await Read(e, ct)));
        building.Position = kept[^1].Position;
        await new Projection(db, building.Generation).Apply(events, ct);
        return kept.Count;
    }

    private async ValueTask<IIntegrationEvent> Read(KeptEvent kept, CancellationToken ct) => Known.TryGetValue(kept.EventName, out var type)
        ? (IIntegrationEvent)await PersonalJson.Read(kept.Body, type, persons, ct)
        : throw new InvalidOperationException($"The kept event '{kept.EventName}' is not known any more.");

    // From one generation to the next: no index answers "neither this one nor that one" without walking over all that are read.
    private async Task<int> Drop<TRow>(int live, int building, CancellationToken ct)
        where TRow : class, IGenerated
    {
        var (rows, last) = (db.Set<TRow>(), int.MinValue);
        while (await rows.Where(r => r.Generation > last).MinAsync(r => (int?)r.Generation, ct) is { } next)
        {
            if (next != live && next != building) return await rows.Where(r => r.Generation == next).OrderBy(r => r.Generation).Take(RowsPerDrop).ExecuteDeleteAsync(ct);
            last = next;
        }

        return 0;
    }
}
