using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>
/// Writes down once per business day of the company how every open opportunity stood when the day was over, and those that ended on it. Runs
/// every half hour, because midnight is at another hour in every zone; a day that is written stays as it is.
/// </summary>
internal sealed class SnapshotOpportunities(CustomersDbContext db, Transactions transactions, CompanyDay days, TimeProvider time) : IScheduledJob
{
    public const string Name = "snapshot-opportunities";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var day = (await days.Today(ct)).AddDays(-1);
        if (await db.SnapshotDays.AnyAsync(d => d.Day == day, ct)) return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is written");
        var (from, until) = (await days.Begin(day, ct), await days.Begin(day.AddDays(1), ct));
        var written = 0;
        for (int chunk; (chunk = await transactions.Run(db, token => Write(day, from, until, token), ct)) > 0; written += chunk) db.ChangeTracker.Clear();
        return string.Create(CultureInfo.InvariantCulture, $"{written} opportunities as of {day:yyyy-MM-dd}");
    }

    /// <summary>The next of them; with the last ones the day is done.</summary>
    private async Task<int> Write(DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var missing = db.Opportunities
            .Where(o => o.OpenedAt < until && (o.State == OpportunityState.Open || o.ClosedAt >= from))
            .Where(o => !db.OpportunitySnapshots.Any(s => s.OpportunityId == o.Id && s.Day == day))
            .OrderBy(o => o.Id).Take(AtOnce);
        var snapshots = await missing.Select(o => new OpportunitySnapshot
        {
            OpportunityId = o.Id,
            Day = day,
            PipelineId = o.PipelineId,
            Stage = o.Stage,
            State = o.State,
            Category = o.Category,
            Currency = o.Currency,
            Amount = o.Amount,
            Weighted = o.Weighted,
            ModelProbability = o.ModelProbability,
            ManualProbability = o.ManualProbability,
            ExpectedClose = o.ExpectedClose,
            OwnerId = o.OwnerId,
        }).AsNoTracking().ToListAsync(ct);
        db.OpportunitySnapshots.AddRange(snapshots);
        if (snapshots.Count == 0) db.SnapshotDays.Add(new SnapshotDay { Day = day, WrittenAt = time.GetUtcNow() });
        return snapshots.Count;
    }
}
