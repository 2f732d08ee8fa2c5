using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Reports;

/// <summary>Exact medians of the nets of order lines, per group and over all.</summary>
internal sealed class Medians
{
    private readonly Dictionary<string, List<decimal>> _groups = new(StringComparer.Ordinal);
    private readonly List<decimal> _all = [];

    public decimal OfAll => Middle(_all);

    public decimal Of(string key) => Middle(_groups[key]);

    public static async Task<Medians> Read(ReportingDbContext db, int generation, SalesQuery query, string currency, Survivors survivors, CancellationToken ct)
    {
        var (from, to) = (query.From ?? DateOnly.MinValue, query.To ?? DateOnly.MaxValue);
        var nets = db.OrderLineFacts.AsNoTracking()
            .Where(l => l.Generation == generation && l.Currency == currency && l.OrderedOn >= from && l.OrderedOn <= to && !l.IsCancelled)
            .Select(l => new LineNet(l.OrderedOn, l.CustomerId, l.ProductId, l.Category, l.Country, l.Channel, l.OwnerId, l.NetExact, l.Net));
        var medians = new Medians();
        await foreach (var line in nets.AsAsyncEnumerable().WithCancellation(ct))
            medians.Add(survivors.Of(KeyOf(line, query.By)), query.Net == NetBasis.Exact ? line.NetExact : line.Net);
        medians.Sort();
        return medians;
    }

    private static string KeyOf(LineNet line, SalesBy by) => by switch
    {
        SalesBy.Month => SalesReportReader.MonthKey(line.OrderedOn),
        SalesBy.Customer => line.CustomerId.ToString(),
        SalesBy.Product => line.ProductId.ToString(),
        SalesBy.Category => line.Category ?? "",
        SalesBy.Country => line.Country ?? "",
        SalesBy.Channel => line.Channel,
        _ => line.OwnerId?.ToString() ?? "",
    };

    private void Add(string key, decimal net)
    {
        if (!_groups.TryGetValue(key, out var group)) _groups.Add(key, group = []);
        group.Add(net);
        _all.Add(net);
    }

    private void Sort()
    {
        foreach (var group in _groups.Values) group.Sort();
        _all.Sort();
    }

    private static decimal Middle(List<decimal> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private sealed record LineNet(
        DateOnly OrderedOn, Guid CustomerId, Guid ProductId, string? Category, string? Country, string Channel, Guid? OwnerId, decimal NetExact, decimal Net);
}
