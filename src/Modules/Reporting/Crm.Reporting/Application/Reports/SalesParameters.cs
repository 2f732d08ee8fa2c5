using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.Reporting.Domain;

namespace Crm.Reporting.Application.Reports;

/// <summary>Reads what a caller wrote into a query of the sales report, and says what is wrong with it.</summary>
internal sealed class SalesParameters(string defaultZone, DateTimeOffset now)
{
    /// <summary>Most groups a report shows one by one.</summary>
    public const int MostTop = 5000;

    /// <summary>Groups a report shows one by one when it is not said how many.</summary>
    public const int DefaultTop = 500;

    private static readonly Phrase BadDate = new("A date that exists is expected, as 2026-01-31.", "应为存在的日期，例如 2026-01-31。");
    private static readonly Phrase FromAfterTo = new("'from' is after 'to'.", "from 晚于 to。");
    private static readonly Phrase PeriodAndDates = new("Give either a period or 'from' and 'to'.", "请只给出 period，或只给出 from 和 to。");
    private static readonly Phrase BadPeriod = new(
        "A period such as thisMonth, lastMonth, thisQuarter, lastYear or lastDays:30 is expected.", "应为期间，例如 thisMonth、lastMonth、thisQuarter、lastYear 或 lastDays:30。");
    private static readonly Phrase BadZone = new("'{0}' is not a known IANA time zone.", "“{0}”不是已知的 IANA 时区。");
    private static readonly Phrase OneOf = new("One of these is expected: {0}.", "应为以下值之一：{0}。");
    private static readonly Phrase BadTop = new("A whole number from 1 to {0} is expected.", "应为 1 到 {0} 的整数。");
    private static readonly Phrase BadCurrency = new("A currency code of ISO 4217 is expected, such as EUR.", "应为 ISO 4217 币种代码，例如 CNY。");

    /// <exception cref="InvalidInput">A parameter is malformed.</exception>
    public SalesQuery Parse(string? from, string? to, string? period, string? timeZone, string? by, string? net, string? top, string? currency)
    {
        var (first, last) = period is null ? (Date("from", from), Date("to", to)) : Resolve(period, timeZone ?? defaultZone, from ?? to);
        if (first > last) throw new InvalidInput("from", FromAfterTo);
        if (timeZone is not null) ZoneOf(timeZone);
        if (currency is not null && !Currencies.AreKnown(currency)) throw new InvalidInput("currency", BadCurrency);
        return new SalesQuery(first, last, Choice("by", by, SalesBy.Month), Choice("net", net, NetBasis.Exact), TopOf(top), currency);
    }

    /// <summary>The days of a period, as they are at a moment in a zone.</summary>
    public static (DateOnly From, DateOnly To)? Days(string period, LocalDays zone, DateTimeOffset now)
    {
        var today = zone.DayOf(now);
        var days = period.Split(':') switch
        {
            [var name] => Periods.Named(name, today),
            ["lastDays" or "nextDays", var count] => Periods.InDays(period[..period.IndexOf(':')], count, today),
            _ => null,
        };
        return days is { } range ? (range.From, range.Until.AddDays(-1)) : null;
    }

    private (DateOnly? From, DateOnly? To) Resolve(string period, string zone, string? date)
    {
        if (date is not null) throw new InvalidInput("period", PeriodAndDates);
        return Days(period, ZoneOf(zone), now) is { } days ? (days.From, days.To) : throw new InvalidInput("period", BadPeriod);
    }

    private static LocalDays ZoneOf(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? new LocalDays(known)
        : throw new InvalidInput("timeZone", BadZone, zone);

    private static DateOnly? Date(string parameter, string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new InvalidInput(parameter, BadDate);
    }

    private static TEnum Choice<TEnum>(string parameter, string? text, TEnum otherwise)
        where TEnum : struct, Enum
    {
        if (text is null) return otherwise;
        return Enums.Parse(typeof(TEnum), text) is TEnum choice
            ? choice
            : throw new InvalidInput(parameter, OneOf, string.Join(", ", Enums.Names(typeof(TEnum))));
    }

    private static int? TopOf(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= MostTop
            ? top
            : throw new InvalidInput("top", BadTop, MostTop);
    }
}
