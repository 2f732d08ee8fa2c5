using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Forecasts;

/// <summary>Says what a month will bring somebody. What is left out is what the person's opportunities say now.</summary>
internal sealed record SubmitForecast : ICommand<ForecastReply>
{
    /// <summary>First day of the month, which is not over.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>ISO 4217, of every amount; only opportunities in it count.</summary>
    public required string Currency { get; init; }

    /// <summary>Open, neither likely nor promised. Categories stand beside each other: an opportunity is in one of them.</summary>
    public decimal? Pipeline { get; init; }

    /// <summary>Open, and comes if all goes well.</summary>
    public decimal? BestCase { get; init; }

    /// <summary>Open, and promised.</summary>
    public decimal? Commit { get; init; }

    /// <summary>Won already.</summary>
    public decimal? Closed { get; init; }

    public string? Comment { get; init; }

    /// <summary>Left out: the caller.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Left out: the caller's unit.</summary>
    public Guid? UnitId { get; init; }
}

/// <param name="Id">The submission.</param>
/// <param name="Said">What was submitted, what was left out filled in.</param>
/// <param name="Counted">What the person's opportunities said at that moment.</param>
internal sealed record ForecastReply(Guid Id, ForecastAmounts Said, ForecastAmounts Counted);

internal sealed class SubmitForecastValidator : AbstractValidator<SubmitForecast>
{
    private static readonly Phrase UnknownCurrency = new("A currency code of ISO 4217 is expected.", "应为 ISO 4217 币种代码。");
    private static readonly Phrase NotAnAmount = new(
        "An amount from 0 to 100,000,000,000 in the digits of the currency is expected.", "应为 0 至 100,000,000,000 之间、符合币种小数位数的金额。");

    public SubmitForecastValidator()
    {
        RuleFor(c => c.Period).Must(p => Months.IsMonth(p) && p.Year is >= 1900 and <= 2200).WithPhrase(TargetInputValidator.NotAMonth);
        RuleFor(c => c.Currency).Must(Currencies.AreKnown).WithPhrase(UnknownCurrency);
        RuleFor(c => c.Pipeline).Must(IsAmount).WithPhrase(NotAnAmount);
        RuleFor(c => c.BestCase).Must(IsAmount).WithPhrase(NotAnAmount);
        RuleFor(c => c.Commit).Must(IsAmount).WithPhrase(NotAnAmount);
        RuleFor(c => c.Closed).Must(IsAmount).WithPhrase(NotAnAmount);
        RuleFor(c => c.Comment).MaximumLength(2000);
    }

    private static bool IsAmount(SubmitForecast command, decimal? amount) => amount is not { } value
        || (value is >= 0 and <= TargetInputValidator.GreatestValue && Currencies.AreKnown(command.Currency) && Math.Round(value, Currencies.Digits(command.Currency)) == value);
}

internal sealed class SubmitForecastHandler(PlanningDbContext db, CallerContext caller, CompanyDay days, TimeProvider time)
    : ICommandHandler<SubmitForecast, ForecastReply>
{
    public async Task<ForecastReply> Handle(SubmitForecast command, CancellationToken ct)
    {
        if (command.Period.AddMonths(1) <= await days.Today(ct)) throw ForecastRules.PeriodOver.Broken(command.Period);
        var person = command.PersonId ?? caller.Caller.PersonId ?? throw ForecastRules.PersonMissing.Broken();
        var counted = await db.Pipeline(person, command.Currency, command.Period, ct);
        var said = new ForecastAmounts(
            command.Pipeline ?? counted.Pipeline, command.BestCase ?? counted.BestCase, command.Commit ?? counted.Commit, command.Closed ?? counted.Closed);
        var submission = ForecastSubmission.Of(
            command.Period, person, command.UnitId ?? caller.Caller.UnitId, command.Currency, said, counted, command.Comment, time.GetUtcNow());
        db.ForecastSubmissions.Add(submission);
        return new ForecastReply(submission.Id.Value, said, counted);
    }
}
