using System.ComponentModel;
using Crm.BuildingBlocks;
using Microsoft.AspNetCore.Http;

namespace Crm.Reporting.Api;

/// <summary>The query string of the sales report, as it came.</summary>
internal sealed record SalesRequest
{
    private static readonly string[] Known = ["from", "to", "period", "timeZone", "by", "net", "top", "currency", "format"];

    private static readonly Phrase UnknownParameter = new("This parameter is not known. Known are: {0}.", "未知参数。可用参数：{0}。");

    [Description("First business date, yyyy-MM-dd. Left out: from the beginning.")]
    public string? From { get; init; }

    [Description("Last business date, yyyy-MM-dd. Left out: without end.")]
    public string? To { get; init; }

    [Description("In place of from and to: today, yesterday, thisWeek, lastWeek, thisMonth, lastMonth, thisQuarter, lastQuarter, thisYear, lastYear or lastDays:n.")]
    public string? Period { get; init; }

    [Description("IANA time zone in which a period is meant. Left out: the caller's.")]
    public string? TimeZone { get; init; }

    [Description("month (the default), customer, product, category, country, channel or salesperson.")]
    public string? By { get; init; }

    [Description("exact (the default): unrounded nets of the lines, rounded once at the end. rounded: nets rounded per line.")]
    public string? Net { get; init; }

    [Description("Groups to show, 1 to 5000; the rest is added up. Left out: 500.")]
    public string? Top { get; init; }

    [Description("ISO 4217 code. Needed when there are sales in several currencies: nothing is converted.")]
    public string? Currency { get; init; }

    [Description("json, csv, xlsx or html. Left out: by the Accept header, else json.")]
    public string? Format { get; init; }

    /// <exception cref="InvalidInput">There is a parameter that means nothing here.</exception>
    public static void RequireKnown(IQueryCollection query)
    {
        foreach (var name in query.Keys.Where(name => !Known.Contains(name, StringComparer.Ordinal)))
            throw new InvalidInput(name, UnknownParameter, string.Join(", ", Known));
    }
}
