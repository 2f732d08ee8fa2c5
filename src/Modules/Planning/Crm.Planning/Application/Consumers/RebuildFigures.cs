using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Planning.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers;

/// <summary>
/// Counts all kept events anew into a second set of figures and then makes that the live one. What arrives meanwhile is kept and counted
/// into the live set; the last step, which holds the lock of the count, has read all of it.
/// </summary>
internal sealed class RebuildFigures(IPersonKeys persons) : IOperation<FiguresRebuild, RebuiltFigures>
{
    private const int EventsPerStep = 500;
    private const int OrdersPerCleaning = 1000;

    private static readonly Dictionary<string, Type> Events =
        new[] { typeof(OrderConfirmedV1), typeof(OrderChangedV1), typeof(OrderCancelledV1) }.ToDictionary(EventNames.Of);

    public async Task<RebuiltFigures> Run(FiguresRebuild input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(Generation: 0, Position: 0, IsLive: false);
        while (!mark.IsLive) mark = await CountOn(mark, run, ct);
        while (await RemoveOld(mark, run, ct))
        {
        }

        await using var scope = run.NewScope();
        return new RebuiltFigures(run.Done, await ((PlanningDbContext)run.Database(scope.ServiceProvider)).FiguresHash(ct));
    }

    private async Task<Mark> CountOn(Mark mark, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (PlanningDbContext)step.Db;
            var count = await db.LockCount(ct);
            var generation = mark.Generation > 0 ? mark.Generation : ++count.NewestGeneration;
            var page = await db.KeptEvents.AsNoTracking().Where(e => e.Position > mark.Position).OrderBy(e => e.Position).Take(EventsPerStep).ToListAsync(ct);
            await db.Count(generation, await Read(page, ct), ct);
            var isComplete = page.Count < EventsPerStep;
            // A rebuild that began later may have come first; its figures are as good and must not be replaced by older ones.
            if (isComplete && generation > count.LiveGeneration) (count.LiveGeneration, count.RebuiltAt) = (generation, db.Time.GetUtcNow());
            next = new Mark(generation, page.Count == 0 ? mark.Position : page[^1].Position, isComplete);
            (step.Done, step.Total, step.Checkpoint) = (step.Done + page.Count, count.Events, next);
        }, ct);
        return next;
    }

    private async Task<IReadOnlyList<(int Position, IIntegrationEvent Event)>> Read(List<KeptEvent> page, CancellationToken ct)
    {
        var events = new List<(int Position, IIntegrationEvent Event)>(page.Count);
        foreach (var kept in page)
            events.Add((kept.StreamPosition, (IIntegrationEvent)await PersonalJson.Read(kept.Body, Events[kept.EventName], persons, ct)));
        return events;
    }

    private static async Task<bool> RemoveOld(Mark mark, OperationRun run, CancellationToken ct)
    {
        var removed = 0;
        await run.Step(async step =>
        {
            var db = (PlanningDbContext)step.Db;
            var live = (await db.LockCount(ct)).LiveGeneration;
            var orders = await db.OrderCredits
                .Where(c => c.Generation <= mark.Generation && c.Generation != live)
                .OrderBy(c => c.OrderId).Select(c => c.OrderId).Take(OrdersPerCleaning).ToListAsync(ct);
            removed = await db.OrderCredits
                .Where(c => c.Generation <= mark.Generation && c.Generation != live && EF.Parameter(orders).Contains(c.OrderId))
                .ExecuteDeleteAsync(ct);
            if (removed == 0) await db.MonthlySales.Where(m => m.Generation <= mark.Generation && m.Generation != live).ExecuteDeleteAsync(ct);
        }, ct);
        return removed > 0;
    }

    /// <param name="Generation">The set of figures that is built; 0 while none is.</param>
    /// <param name="Position">The last kept event that is counted in it.</param>
    /// <param name="IsLive">Whether all were, and the set is the one that is read.</param>
    private sealed record Mark(int Generation, long Position, bool IsLive);
}
