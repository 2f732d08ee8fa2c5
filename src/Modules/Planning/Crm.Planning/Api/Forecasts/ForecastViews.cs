using System.Linq.Expressions;
using Crm.Planning.Application.Forecasts;
using Crm.Planning.Domain.Forecasts;

namespace Crm.Planning.Api.Forecasts;

/// <param name="Id">The submission.</param>
/// <param name="Period">First day of the month.</param>
/// <param name="PersonId">Who said it.</param>
/// <param name="UnitId">Whose unit it counts for.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Said">What was submitted.</param>
/// <param name="SubmittedAt">When.</param>
internal sealed record ForecastRow(
    Guid Id, DateOnly Period, Guid? PersonId, Guid? UnitId, string Currency, ForecastAmountsView Said, DateTimeOffset SubmittedAt)
{
    public static readonly Expression<Func<ForecastSubmission, ForecastRow>> FromSubmission = s => new ForecastRow(
        s.Id.Value, s.Period, s.OwnerId, s.UnitId, s.Currency, new ForecastAmountsView(s.Said.Pipeline, s.Said.BestCase, s.Said.Commit, s.Said.Closed), s.SubmittedAt);
}

/// <param name="Pipeline">Open, neither likely nor promised.</param>
/// <param name="BestCase">Comes if all goes well.</param>
/// <param name="Commit">Promised.</param>
/// <param name="Closed">Won already.</param>
internal sealed record ForecastAmountsView(decimal Pipeline, decimal BestCase, decimal Commit, decimal Closed)
{
    public static ForecastAmountsView Of(ForecastAmounts a) => new(a.Pipeline, a.BestCase, a.Commit, a.Closed);
}

/// <summary>What somebody said that a month will bring, and what was made of it.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Period">First day of the month.</param>
/// <param name="PersonId">Who said it.</param>
/// <param name="UnitId">Whose unit it counts for.</param>
/// <param name="Currency">ISO 4217, of every amount.</param>
/// <param name="Said">What was submitted; it never changes.</param>
/// <param name="Counted">What the person's opportunities said at that moment.</param>
/// <param name="Adjusted">What was submitted with all adjustments.</param>
/// <param name="Adjustments">In their order.</param>
/// <param name="Comment">Of the person.</param>
/// <param name="SubmittedAt">When.</param>
internal sealed record ForecastView(
    Guid Id,
    DateOnly Period,
    Guid? PersonId,
    Guid? UnitId,
    string Currency,
    ForecastAmountsView Said,
    ForecastAmountsView Counted,
    ForecastAmountsView Adjusted,
    IReadOnlyList<AdjustmentView> Adjustments,
    string? Comment,
    DateTimeOffset SubmittedAt)
{
    public static ForecastView Of(ForecastSubmission s, IReadOnlyList<ForecastAdjustment> adjustments) => new(
        s.Id.Value, s.Period, s.OwnerId, s.UnitId, s.Currency, ForecastAmountsView.Of(s.Said), ForecastAmountsView.Of(s.Counted),
        ForecastAmountsView.Of(adjustments.Aggregate(s.Said, (sum, a) => sum + ForecastAmounts.Of(a.Category, a.Amount))),
        [.. adjustments.Select(a => new AdjustmentView(a.Id.Value, a.ById, a.Category, a.Amount, a.Reason, a.At))], s.Comment, s.SubmittedAt);
}

/// <param name="Id">The row.</param>
/// <param name="ById">The manager.</param>
/// <param name="Category">What was thought of otherwise.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record AdjustmentView(Guid Id, Guid ById, ForecastCategory Category, decimal Amount, string Reason, DateTimeOffset At);

/// <summary>What opportunities say of a month now.</summary>
/// <param name="Period">First day of the month.</param>
/// <param name="Rows">By person or unit, and currency.</param>
internal sealed record PresentView(DateOnly Period, IReadOnlyList<PresentRow> Rows);

/// <param name="Key">Person or unit; null for what is nobody's or of no unit.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Amounts">Each opportunity in one category; closed are those that were won in the month.</param>
/// <param name="Weighted">Of those that are open, amount x probability.</param>
internal sealed record PresentRow(Guid? Key, string Currency, ForecastAmountsView Amounts, decimal Weighted)
{
    public static PresentRow Of(PipelineOf p) => new(p.Key, p.Currency, ForecastAmountsView.Of(p.Amounts), p.Weighted);
}
