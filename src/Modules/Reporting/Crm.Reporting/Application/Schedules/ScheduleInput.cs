using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain;
using Crm.Reporting.Domain.Schedules;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>All that may be said of a schedule.</summary>
internal record ScheduleInput
{
    public required string Name { get; init; }

    /// <summary>Relative days such as <c>lastMonth</c>, as they are at the slot.</summary>
    public required string Period { get; init; }

    public SalesBy By { get; init; }

    public NetBasis Net { get; init; }

    public int? Top { get; init; }

    public string? Currency { get; init; }

    /// <summary>Quartz expression, seconds first: <c>0 0 7 1 * ?</c> is the first of each month at seven.</summary>
    public required string Cron { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    public MissedRuns MissedRuns { get; init; }

    public ScheduleDetails Details() => new(Name.Trim(), Period, By, Net, Top, Currency, Cron.Trim(), TimeZone, MissedRuns);
}

internal sealed class ScheduleInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : ScheduleInput
{
    private const int LongestCron = 120;

    private static readonly Phrase BadCron = new(
        "A Quartz cron expression is expected that has a time to come, such as '0 0 7 1 * ?'.", "应为仍有后续时间的 Quartz cron 表达式，例如 '0 0 7 1 * ?'。");

    private static readonly Phrase TooOften = new("Mails of one schedule are at least ten minutes apart.", "同一计划的邮件间隔至少十分钟。");
    private static readonly Phrase BadZone = new("An IANA time zone is expected, such as Asia/Shanghai.", "应为 IANA 时区，例如 Asia/Shanghai。");
    private static readonly Phrase BadPeriod = new("A period such as lastMonth or lastDays:7 is expected.", "应为期间，例如 lastMonth 或 lastDays:7。");
    private static readonly Phrase BadCurrency = new("A currency code of ISO 4217 is expected, such as EUR.", "应为 ISO 4217 币种代码，例如 CNY。");

    public ScheduleInputValidator(TimeProvider time)
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(200);
        RuleFor(s => s.Period).Must(p => SalesParameters.Days(p ?? "", new LocalDays(TimeZoneInfo.Utc), time.GetUtcNow()) is not null).WithPhrase(BadPeriod);
        RuleFor(s => s.Top).InclusiveBetween(1, SalesParameters.MostTop);
        RuleFor(s => s.Currency).Must(c => c is null || Currencies.AreKnown(c)).WithPhrase(BadCurrency);
        RuleFor(s => s.TimeZone).Must(z => TimeZoneInfo.TryFindSystemTimeZoneById(z ?? "", out _)).WithPhrase(BadZone);
        RuleFor(s => s.Cron).NotEmpty().MaximumLength(LongestCron);
        RuleFor(s => s.Cron).Must(c => Read(c)?.After(time.GetUtcNow()) is not null).WithPhrase(BadCron);
        RuleFor(s => s.Cron).Must(c => Read(c)?.AreTooClose(time.GetUtcNow()) != true).WithPhrase(TooOften);
    }

    private static Slots? Read(string? cron) =>
        cron is { Length: <= LongestCron } && Slots.TryRead(cron.Trim(), "UTC", out var slots) ? slots : null;
}
