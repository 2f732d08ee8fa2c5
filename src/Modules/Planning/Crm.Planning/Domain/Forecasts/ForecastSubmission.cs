using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Forecasts;

internal readonly record struct ForecastSubmissionId(Guid Value) : ITypedId
{
    public static ForecastSubmissionId New() => new(Guid.CreateVersion7());
}

internal readonly record struct ForecastAdjustmentId(Guid Value) : ITypedId
{
    public static ForecastAdjustmentId New() => new(Guid.CreateVersion7());
}

/// <summary>Amounts by category, in one currency. Categories stand beside each other: an opportunity is in one of them.</summary>
internal sealed record ForecastAmounts(decimal Pipeline, decimal BestCase, decimal Commit, decimal Closed)
{
    public static readonly ForecastAmounts None = new(0, 0, 0, 0);

    /// <summary>What a forecast promises: what is won already and what is committed.</summary>
    public decimal Promised => Closed + Commit;

    public static ForecastAmounts Of(ForecastCategory category, decimal amount) => category switch
    {
        ForecastCategory.Pipeline => None with { Pipeline = amount },
        ForecastCategory.BestCase => None with { BestCase = amount },
        ForecastCategory.Commit => None with { Commit = amount },
        _ => None with { Closed = amount },
    };

    public static ForecastAmounts operator +(ForecastAmounts left, ForecastAmounts right) => new(
        left.Pipeline + right.Pipeline, left.BestCase + right.BestCase, left.Commit + right.Commit, left.Closed + right.Closed);
}

/// <summary>What somebody said that a month will bring, beside what was known then. It never changes; who thinks otherwise says it anew.</summary>
internal sealed class ForecastSubmission : AggregateRoot, IOwned
{
    private ForecastSubmission()
    {
    }

    public ForecastSubmissionId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>First day of the month.</summary>
    public DateOnly Period { get; private set; }

    /// <summary>Who said it.</summary>
    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public string Currency { get; private set; } = "";

    public ForecastAmounts Said { get; private set; } = ForecastAmounts.None;

    /// <summary>The person's opportunities at that moment.</summary>
    public ForecastAmounts Counted { get; private set; } = ForecastAmounts.None;

    public string? Comment { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public static ForecastSubmission Of(
        DateOnly period, Guid personId, Guid? unitId, string currency, ForecastAmounts said, ForecastAmounts counted, string? comment, DateTimeOffset now)
    {
        var submission = new ForecastSubmission
        {
            Id = ForecastSubmissionId.New(),
            Period = period,
            OwnerId = personId,
            UnitId = unitId,
            Currency = currency,
            Said = said,
            Counted = counted,
            Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(),
            SubmittedAt = now,
        };
        submission.Raise(new ForecastWasSubmitted());
        return submission;
    }
}

/// <summary>What a manager adds to a forecast or takes from it: a row of its own, so that what was said stays what was said.</summary>
internal sealed class ForecastAdjustment : AggregateRoot
{
    private ForecastAdjustment()
    {
    }

    public ForecastAdjustmentId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ForecastSubmissionId SubmissionId { get; private set; }

    public Guid ById { get; private set; }

    public ForecastCategory Category { get; private set; }

    /// <summary>Signed, in the currency of the submission.</summary>
    public decimal Amount { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <exception cref="RuleBroken">The amount is finer than the currency.</exception>
    public static ForecastAdjustment Of(ForecastSubmission submission, Guid byId, ForecastCategory category, decimal amount, string reason, DateTimeOffset now)
    {
        var digits = Currencies.Digits(submission.Currency);
        if (Math.Round(amount, digits) != amount) throw ForecastRules.AmountTooFine.Broken(submission.Currency, digits, amount);
        var adjustment = new ForecastAdjustment
        {
            Id = ForecastAdjustmentId.New(),
            SubmissionId = submission.Id,
            ById = byId,
            Category = category,
            Amount = amount,
            Reason = reason.Trim(),
            At = now,
        };
        adjustment.Raise(new ForecastWasAdjusted());
        return adjustment;
    }
}

internal sealed record ForecastWasSubmitted : DomainEvent;

internal sealed record ForecastWasAdjusted : DomainEvent;

internal static class ForecastRules
{
    public static readonly Rule AmountTooFine = new(
        "planning.forecast-too-fine", "An amount in {0} has at most {1} decimals; {2} has more.", "{0} 金额最多 {1} 位小数，{2} 超出。");

    public static readonly Rule PeriodOver = new(
        "planning.forecast-period-over", "The month {0:yyyy-MM} is over: what it brought is known.", "{0:yyyy-MM} 月已结束，结果已知。");

    public static readonly Rule PersonMissing = new(
        "planning.forecast-person-missing", "A forecast is somebody's: name the person, since an app has none of its own.", "预测须属于某人：应用没有本人，请指明人员。");
}
