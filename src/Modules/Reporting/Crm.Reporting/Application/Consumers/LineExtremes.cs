using System.Linq.Expressions;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>The smallest and largest line of roll-ups, found in the facts by the database: of each roll-up one row comes back, not its lines.</summary>
internal sealed class LineExtremes(ReportingDbContext db, int generation)
{
    /// <param name="slice">Of all the rows.</param>
    /// <param name="rows">Each has at least one line.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>By the id of the row.</returns>
    public Task<Dictionary<Guid, (decimal Smallest, decimal Largest)>> Of(Slice slice, IReadOnlyList<SalesRollup> rows, CancellationToken ct)
    {
        var (days, currencies) = (rows.Select(r => r.Day).Distinct().ToList(), rows.Select(r => r.Currency).Distinct().ToList());
        var lines = db.OrderLineFacts.Where(
            l => l.Generation == generation && !l.IsCancelled && EF.Parameter(currencies).Contains(l.Currency) && EF.Parameter(days).Contains(l.OrderedOn));
        var keys = rows.Select(r => r.Key).Distinct().ToList();
        var ids = slice is Slice.Customer or Slice.Product ? keys.ConvertAll(Guid.Parse) : [];
        return slice switch
        {
            Slice.Customer => Found(lines.Where(l => EF.Parameter(ids).Contains(l.CustomerId)), l => l.CustomerId, id => id.ToString()),
            Slice.Product => Found(lines.Where(l => EF.Parameter(ids).Contains(l.ProductId)), l => l.ProductId, id => id.ToString()),
            Slice.Category => Found(lines.Where(l => EF.Parameter(keys).Contains(l.Category ?? "")), l => l.Category ?? "", text => text),
            Slice.Country => Found(lines.Where(l => EF.Parameter(keys).Contains(l.Country ?? "")), l => l.Country ?? "", text => text),
            Slice.Channel => Found(lines.Where(l => EF.Parameter(keys).Contains(l.Channel)), l => l.Channel, text => text),
            // The whole has no key of its own; of its few channels it is put together here.
            _ => Found(lines, l => l.Channel, _ => ""),
        };

        async Task<Dictionary<Guid, (decimal, decimal)>> Found<TKey>(IQueryable<OrderLineFact> among, Expression<Func<OrderLineFact, TKey>> key, Func<TKey, string> text)
        {
            var found = await among
                .Select(WithKey(key))
                .GroupBy(l => new { l.Day, l.Currency, l.OwnerId, l.UnitId, l.Key })
                .Select(g => new { g.Key, Smallest = g.Min(l => l.Net), Largest = g.Max(l => l.Net) })
                .ToListAsync(ct);
            return found
                .GroupBy(f => SalesRollup.IdOf(slice, f.Key.Day, f.Key.Currency, f.Key.OwnerId, f.Key.UnitId, text(f.Key.Key)))
                .ToDictionary(g => g.Key, g => (g.Min(f => f.Smallest), g.Max(f => f.Largest)));
        }
    }

    private static Expression<Func<OrderLineFact, Line<TKey>>> WithKey<TKey>(Expression<Func<OrderLineFact, TKey>> key)
    {
        Expression<Func<OrderLineFact, Line<TKey>>> line =
            l => new Line<TKey> { Day = l.OrderedOn, Currency = l.Currency, OwnerId = l.OwnerId, UnitId = l.UnitId, Net = l.NetExact };
        var made = (MemberInitExpression)line.Body;
        var member = typeof(Line<TKey>).GetProperty(nameof(Line<>.Key))!;
        var body = Microsoft.EntityFrameworkCore.Query.ReplacingExpressionVisitor.Replace(key.Parameters[0], line.Parameters[0], key.Body);
        return Expression.Lambda<Func<OrderLineFact, Line<TKey>>>(made.Update(made.NewExpression, [.. made.Bindings, Expression.Bind(member, body)]), line.Parameters);
    }

    private sealed class Line<TKey>
    {
        public DateOnly Day { get; init; }

        public string Currency { get; init; } = "";

        public Guid? OwnerId { get; init; }

        public Guid? UnitId { get; init; }

        public TKey Key { get; init; } = default!;

        public decimal Net { get; init; }
    }
}
