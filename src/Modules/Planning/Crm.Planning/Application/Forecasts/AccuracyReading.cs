using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Forecasts;

/// <summary>How far submissions for months that are over were from what was won in them.</summary>
/// <param name="Items">Every submission, by month, person and time.</param>
/// <param name="Persons">Each person's last word on every month, put together.</param>
internal sealed record AccuracyView(IReadOnlyList<AccuracyRow> Items, IReadOnlyList<PersonAccuracy> Persons);

/// <param name="SubmissionId">The submission.</param>
/// <param name="Period">First day of the month.</param>
/// <param name="PersonId">Who said it.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="IsLast">Whether it was the last one of the person for the month.</param>
/// <param name="Promised">Closed and commit as they were submitted.</param>
/// <param name="Adjusted">The same with all adjustments.</param>
/// <param name="Actual">Amounts of the person's opportunities that were won in the month.</param>
/// <param name="Error">(Promised - actual) / actual, six decimals; null when nothing was won.</param>
/// <param name="AdjustedError">The same for what the manager made of it.</param>
internal sealed record AccuracyRow(
    Guid SubmissionId,
    DateOnly Period,
    Guid PersonId,
    string Currency,
    DateTimeOffset SubmittedAt,
    bool IsLast,
    decimal Promised,
    decimal Adjusted,
    decimal Actual,
    decimal? Error,
    decimal? AdjustedError);

/// <param name="PersonId">Who said it.</param>
/// <param name="Months">How many months had a submission and something won.</param>
/// <param name="MeanAbsoluteError">Mean size of the errors of the last submissions, six decimals.</param>
/// <param name="Bias">Their signed mean: above 0 the person promises too much.</param>
internal sealed record PersonAccuracy(Guid PersonId, int Months, decimal? MeanAbsoluteError, decimal? Bias);

internal static class AccuracyReading
{
    /// <param name="db">As far as the caller reaches.</param>
    /// <param name="from">First day of the first month.</param>
    /// <param name="to">First day of the last month.</param>
    /// <param name="today">Months that are not over by then are left out.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<AccuracyView> Accuracy(this PlanningDbContext db, DateOnly from, DateOnly to, DateOnly today, CancellationToken ct)
    {
        var over = Domain.Months.Of(today);
        var submissions = await db.ForecastSubmissions.AsNoTracking().Where(s => s.Period >= from && s.Period <= to && s.Period < over).ToListAsync(ct);
        var added = (await Added(db, from, to, ct)).ToLookup(a => a.SubmissionId, a => a.Amount);
        var won = await Won(db, from, to.AddMonths(1), ct);
        var last = submissions.GroupBy(s => (s.Period, s.OwnerId, s.Currency)).Select(g => g.MaxBy(s => (s.SubmittedAt, s.Id.Value))!.Id).ToHashSet();
        var rows = submissions.OrderBy(s => s.Period).ThenBy(s => s.OwnerId).ThenBy(s => s.SubmittedAt).ThenBy(s => s.Id.Value)
            .Select(s => RowOf(s, last.Contains(s.Id), added[s.Id].Sum(), won.GetValueOrDefault((s.OwnerId!.Value, s.Currency, s.Period)))).ToList();
        var persons = rows.Where(r => r.IsLast).GroupBy(r => r.PersonId).Select(g =>
        {
            var errors = g.Select(r => new ForecastError(r.Promised, r.Actual)).ToList();
            return new PersonAccuracy(g.Key, errors.Count(e => e.Rate is not null), ForecastError.MeanAbsolute(errors), ForecastError.Bias(errors));
        });
        return new AccuracyView(rows, [.. persons]);
    }

    private static AccuracyRow RowOf(ForecastSubmission s, bool isLast, decimal added, decimal actual)
    {
        var adjusted = s.Said.Promised + added;
        return new AccuracyRow(
            s.Id.Value, s.Period, s.OwnerId!.Value, s.Currency, s.SubmittedAt, isLast, s.Said.Promised, adjusted, actual,
            new ForecastError(s.Said.Promised, actual).Rate, new ForecastError(adjusted, actual).Rate);
    }

    private static Task<List<ForecastAdjustment>> Added(PlanningDbContext db, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.ForecastAdjustments.AsNoTracking()
            .Where(a => (a.Category == ForecastCategory.Commit || a.Category == ForecastCategory.Closed)
                && db.ForecastSubmissions.Any(s => s.Id == a.SubmissionId && s.Period >= from && s.Period <= to))
            .ToListAsync(ct);

    private static async Task<Dictionary<(Guid, string, DateOnly), decimal>> Won(PlanningDbContext db, DateOnly from, DateOnly before, CancellationToken ct)
    {
        var won = await db.OpportunityCopies.AsNoTracking()
            .Where(o => o.Counts && o.Category == ForecastCategory.Closed && o.OwnerId != null && o.ClosesOn >= from && o.ClosesOn < before)
            .GroupBy(o => new { o.OwnerId, o.Currency, o.ClosesOn.Year, o.ClosesOn.Month })
            .Select(g => new { g.Key.OwnerId, g.Key.Currency, g.Key.Year, g.Key.Month, Amount = g.Sum(o => o.Amount) })
            .ToListAsync(ct);
        return won.ToDictionary(w => (w.OwnerId!.Value, w.Currency, new DateOnly(w.Year, w.Month, 1)), w => w.Amount);
    }
}
