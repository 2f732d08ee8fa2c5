using Crm.BuildingBlocks;
using Crm.Reporting.Domain;

namespace Crm.Reporting.Application.Reports;

/// <summary>What a sales report is asked with, dates resolved.</summary>
/// <param name="From">First business date; null from the beginning.</param>
/// <param name="To">Last business date; null without end.</param>
/// <param name="By">Break-down.</param>
/// <param name="Net">Which net is counted.</param>
/// <param name="Top">Groups shown; the rest becomes one row. Null shows <see cref="SalesParameters.DefaultTop"/>.</param>
/// <param name="Currency">Null takes the only one there is.</param>
internal sealed record SalesQuery(DateOnly? From, DateOnly? To, SalesBy By, NetBasis Net, int? Top, string? Currency);

/// <summary>Sales of one currency.</summary>
/// <param name="Report">Always <c>sales</c>.</param>
/// <param name="From">First business date; null from the beginning.</param>
/// <param name="To">Last business date; null without end.</param>
/// <param name="By">Break-down.</param>
/// <param name="Net">Which net is counted.</param>
/// <param name="Currency">Of every amount; nothing is converted. Null when nothing was sold in any.</param>
/// <param name="Rows">Months in order; everything else by net, largest first.</param>
/// <param name="Others">What <c>top</c> cut off, added up; measures that do not add up are left out.</param>
/// <param name="Totals">Over all groups; null when nothing was sold.</param>
/// <param name="RoundingDifference">Sum of the rounded minus sum of the exact nets.</param>
/// <param name="Watermark">Up to which event the figures are counted.</param>
internal sealed record SalesReport(
    string Report,
    DateOnly? From,
    DateOnly? To,
    SalesBy By,
    NetBasis Net,
    string? Currency,
    IReadOnlyList<SalesRow> Rows,
    OtherSales? Others,
    SalesFigures? Totals,
    decimal? RoundingDifference,
    Watermark Watermark)
{
    public bool IsEmpty => Rows.Count == 0;
}

/// <param name="Key">Id, month or text; null where it is not stated.</param>
/// <param name="Code">Number of the customer or product, login of the person.</param>
/// <param name="Name">To show; null where it is unknown or was erased.</param>
/// <param name="Figures">The measures.</param>
internal sealed record SalesRow(string? Key, string? Code, string? Name, SalesFigures Figures);

/// <summary>The measures as the metric dictionary defines them.</summary>
internal sealed record SalesFigures(
    int Orders,
    int Lines,
    long Units,
    Money Net,
    decimal NetUnrounded,
    Money Mean,
    Money Median,
    Money Min,
    Money Max,
    Money Gross,
    Money Discount,
    Money? Freight,
    decimal? Share,
    long ReturnedUnits,
    Money Returned,
    Money NetAfterReturns);

/// <param name="Groups">How many were cut off.</param>
internal sealed record OtherSales(int Groups, int Lines, long Units, Money Net, decimal NetUnrounded, decimal? Share);

/// <param name="Position">Number of the last kept event in the figures.</param>
/// <param name="OccurredAt">When its cause was committed; null before the first event.</param>
internal sealed record Watermark(long Position, DateTimeOffset? OccurredAt);
