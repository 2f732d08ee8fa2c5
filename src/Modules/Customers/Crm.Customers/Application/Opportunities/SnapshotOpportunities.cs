using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>
/// Writes down once per business day of the company how every open opportunity stood when the day was over, and those that ended since the day
/// before it that is written. Runs every half hour, because midnight is at another hour in every zone; a day that is written stays as it is.
/// </summary>
internal sealed class SnapshotOpportunities(CustomersDbContext db, Transactions transactions, CompanyDay days, TimeProvider time) : IScheduledJob
{
    public const string Name = "snapshot-opportunities";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var day = (await days.Today(ct)).AddDays(-1);
        if (await db.SnapshotDays.AnyAsync(d => d.Day == day, ct)) return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is written");
        // What ended on a day on which no host ran ended as well.
        var before = await db.SnapshotDays.Where(d => d.Day < day).MaxAsync(d => (DateOnly?)d.Day, ct);
        var (from, until) = (await days.Begin(before?.AddDays(1) ?? day, ct), await days.Begin(day.AddDays(1), ct));
        var stages = (await db.Pipelines.AsNoTracking().ToListAsync(ct)).SelectMany(p => p.Stages, (p, s) => (p.Id, Stage: s)).ToDictionary(s => (s.Id, s.Stage.Code), s => s.Stage);
        var written = 0;
        Guid? last = null;
        for (var isLast = false; !isLast;)
        {
            db.ChangeTracker.Clear();
            var after = last;
            (last, isLast, var count) = await transactions.Run(db, token => Write(after, new Night(day, from, until, stages), token), ct);
            written += count;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{written} opportunities as of {day:yyyy-MM-dd}");
    }

    /// <summary>The next of them; with the last ones the day is done.</summary>
    private async Task<(Guid? Last, bool IsLast, int Count)> Write(Guid? after, Night night, CancellationToken ct)
    {
        var (day, from, until, stages) = night;
        var next = await db.Opportunities
            .Where(o => o.OpenedAt < until && (o.State == OpportunityState.Open || o.ClosedAt >= from))
            // A run that was broken off has written some of them.
            .Where(o => !db.OpportunitySnapshots.Any(s => s.OpportunityId == o.Id && s.Day == day))
            .NextById<Opportunity, OpportunityId>(after, AtOnce)
            .Select(o => new OpportunityNow(
                o.Id, o.PipelineId, o.Stage, o.State, o.Category, o.ModelCategory, o.ManualCategory, o.Currency, o.Amount, o.Weighted, o.ModelProbability, o.ManualProbability,
                o.ExpectedClose, o.OwnerId, o.ClosedOn, o.ClosedAt, o.Reason)).ToListAsync(ct);
        var ids = next.ConvertAll(o => o.Id);
        var stays = (await db.Opportunities.Where(o => EF.Parameter(ids).Contains(o.Id))
            .SelectMany(o => o.Stays.Where(s => s.EnteredAt < until && (s.LeftAt == null || s.LeftAt >= until)), (o, s) => new { o.Id, s.PipelineId, s.Stage }).ToListAsync(ct))
            .ToDictionary(s => s.Id, s => new PipelineStay(s.PipelineId, s.Stage, stages.GetValueOrDefault((s.PipelineId, s.Stage))));
        var snapshots = next.Select(o => OpportunitySnapshot.Of(o, day, until, stays.GetValueOrDefault(o.Id))).OfType<OpportunitySnapshot>().ToList();
        db.OpportunitySnapshots.AddRange(snapshots);
        var isLast = next.Count < AtOnce;
        if (isLast) db.SnapshotDays.Add(new SnapshotDay { Day = day, WrittenAt = time.GetUtcNow() });
        return (isLast ? after : next[^1].Id.Value, isLast, snapshots.Count);
    }

    /// <param name="Day">Business date that is written down.</param>
    /// <param name="From">What ended since then is written with it.</param>
    /// <param name="Until">When it was over.</param>
    /// <param name="Stages">As the pipelines have them, by pipeline and code.</param>
    private sealed record Night(DateOnly Day, DateTimeOffset From, DateTimeOffset Until, IReadOnlyDictionary<(PipelineId Pipeline, string Code), PipelineStage> Stages);
}
