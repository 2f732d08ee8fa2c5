using System.Globalization;
using Crm.BuildingBlocks;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Reports;

/// <summary>
/// Reads a sales report within the row scope of whoever the context acts for. Sums come from the roll-ups; the median alone is counted
/// from the facts. All of it is read from one state of the database.
/// </summary>
internal sealed class SalesReportReader(ReportingDbContext db, ReportNames names)
{
    private const int ShareDigits = 6;

    private static readonly Phrase SeveralCurrencies = new(
        "There are sales in several currencies, and amounts are not converted. Choose one by 'currency': {0}.",
        "存在多种币种的销售，金额不做换算。请用 currency 指定其中之一：{0}。");

    public async Task<SalesReport> Read(SalesQuery query, CancellationToken ct)
    {
        await using var snapshot = await db.Dialect.BeginRead(db, ct);
        var state = await db.ProjectionStates.AsNoTracking().SingleAsync(s => s.Name == ProjectionState.Live, ct);
        var watermark = new Watermark(state.Position, state.OccurredAt);
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        var rollups = db.SalesRollups.AsNoTracking().Where(r => r.Generation == state.Generation && r.Day >= from && r.Day <= to);
        var currency = query.Currency ?? await OnlyCurrency(rollups, ct);
        var total = currency is null ? null : await Total(rollups.Where(r => r.Slice == Slice.Total && r.Currency == currency), ct);
        if (total is null) return new SalesReport("sales", query.From, query.To, query.By, query.Net, currency, [], null, null, null, watermark);

        var survivors = query.By == SalesBy.Customer ? await Survivors.Read(db, state.Generation, ct) : Survivors.None;
        var groups = survivors.Together(await Groups(rollups.Where(r => r.Currency == currency), query.By, ct));
        var medians = await Medians.Read(db, state.Generation, query, currency!, survivors, ct);
        var shown = Ordered(groups, query).Take(query.Top ?? SalesParameters.DefaultTop).ToList();
        var labels = await names.Of(query.By, shown.ConvertAll(g => g.Key), state.Generation, ct);
        var figures = new FiguresOf(query, currency!, total.NetBy(query.Net));
        return new SalesReport(
            "sales", query.From, query.To, query.By, query.Net, currency,
            [.. shown.Select(g => Row(g, labels, figures.Of(g.Sums, medians.Of(g.Key))))],
            groups.Count > shown.Count ? figures.Others([.. Ordered(groups, query).Skip(shown.Count).Select(g => g.Sums)]) : null,
            figures.Of(total, medians.OfAll) with { Freight = new Money(total.Freight, currency!) },
            total.NetRounded - total.NetExact,
            watermark);
    }

    private static async Task<string?> OnlyCurrency(IQueryable<SalesRollup> rollups, CancellationToken ct)
    {
        var currencies = await rollups.Where(r => r.Slice == Slice.Total).Select(r => r.Currency).Distinct().OrderBy(c => c).ToListAsync(ct);
        return currencies.Count > 1 ? throw new InvalidInput("currency", SeveralCurrencies, string.Join(", ", currencies)) : currencies.SingleOrDefault();
    }

    private static async Task<SalesSums?> Total(IQueryable<SalesRollup> rollups, CancellationToken ct) =>
        (await rollups.GroupBy(r => r.Currency).Select(SalesSums.Of<string>()).ToListAsync(ct)).SingleOrDefault()?.Sums;

    private static async Task<List<GroupSums<string>>> Groups(IQueryable<SalesRollup> rollups, SalesBy by, CancellationToken ct)
    {
        var slice = SliceOf(by);
        var rows = rollups.Where(r => r.Slice == slice);
        switch (by)
        {
            case SalesBy.Month:
                var months = await rows.GroupBy(r => new YearMonth { Year = r.Day.Year, Month = r.Day.Month }).Select(SalesSums.Of<YearMonth>()).ToListAsync(ct);
                return months.ConvertAll(m => new GroupSums<string> { Key = MonthKey(new DateOnly(m.Key.Year, m.Key.Month, 1)), Sums = m.Sums });
            case SalesBy.Salesperson:
                var people = await rows.GroupBy(r => r.OwnerId).Select(SalesSums.Of<Guid?>()).ToListAsync(ct);
                return people.ConvertAll(p => new GroupSums<string> { Key = p.Key?.ToString() ?? "", Sums = p.Sums });
            default:
                return await rows.GroupBy(r => r.Key).Select(SalesSums.Of<string>()).ToListAsync(ct);
        }
    }

    private static IEnumerable<GroupSums<string>> Ordered(List<GroupSums<string>> groups, SalesQuery query) => query.By == SalesBy.Month
        ? groups.OrderBy(g => g.Key, StringComparer.Ordinal)
        : groups.OrderByDescending(g => g.Sums.NetBy(query.Net)).ThenBy(g => g.Key, StringComparer.Ordinal);

    private static SalesRow Row(GroupSums<string> group, IReadOnlyDictionary<string, ReportName> labels, SalesFigures figures)
    {
        var label = labels.GetValueOrDefault(group.Key);
        return new SalesRow(group.Key.Length == 0 ? null : group.Key, label?.Code, label?.Name, figures);
    }

    internal static string MonthKey(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Slice SliceOf(SalesBy by) => by switch
    {
        SalesBy.Customer => Slice.Customer,
        SalesBy.Product => Slice.Product,
        SalesBy.Category => Slice.Category,
        SalesBy.Country => Slice.Country,
        SalesBy.Channel => Slice.Channel,
        _ => Slice.Total,
    };

    private sealed record YearMonth
    {
        public int Year { get; init; }

        public int Month { get; init; }
    }

    /// <summary>Turns sums into the figures that are shown: everything rounded once, here.</summary>
    private sealed class FiguresOf(SalesQuery query, string currency, decimal totalNet)
    {
        public SalesFigures Of(SalesSums sums, decimal median)
        {
            var (net, returned) = (sums.NetBy(query.Net), sums.ReturnedBy(query.Net));
            return new SalesFigures(
                sums.Orders, sums.Lines, sums.Units, Shown(net), net, Shown(net / sums.Lines), Shown(median), Shown(sums.Smallest), Shown(sums.Largest),
                Shown(sums.GrossExact), Shown(sums.GrossExact - net),
                query.By is SalesBy.Product or SalesBy.Category ? null : Shown(sums.Freight),
                ShareOf(net),
                sums.ReturnedUnits, Shown(returned), Shown(net - returned));
        }

        public OtherSales Others(IReadOnlyList<SalesSums> rest)
        {
            var net = rest.Sum(r => r.NetBy(query.Net));
            return new OtherSales(rest.Count, rest.Sum(r => r.Lines), rest.Sum(r => r.Units), Shown(net), net, ShareOf(net));
        }

        private Money Shown(decimal amount) => new Money(amount, currency).Rounded();

        private decimal? ShareOf(decimal net) => totalNet == 0 ? null : Math.Round(net / totalNet, ShareDigits, MidpointRounding.AwayFromZero);
    }
}
