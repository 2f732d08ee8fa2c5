using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Rebuilding;

/// <summary>
/// SHA-256 over every row of a generation in the order of its keys, written canonically: equal facts have equal hashes. Names are left
/// out, as they are no part of the facts and differ after an erasure.
/// </summary>
internal static class FactsHash
{
    public static async Task<string> Of(ReportingDbContext db, int generation, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await Take(hash, Rows(db.OrderFacts, generation).OrderBy(o => o.OrderId), o =>
            [o.OrderId, o.Number, o.CustomerId, o.Channel, o.OwnerId, o.UnitId, o.Country, o.Region, o.Currency, o.OrderedOn, o.ShippedOn, o.CancelledOn, o.Freight, o.Payable], ct);
        await Take(hash, Rows(db.OrderLineFacts, generation).OrderBy(l => l.OrderId).ThenBy(l => l.LineId), l =>
            [l.OrderId, l.LineId, l.CustomerId, l.ProductId, l.Category, l.Channel, l.OwnerId, l.UnitId, l.Country, l.Currency, l.OrderedOn, l.ShippedOn,
                l.Quantity, l.ShippedQuantity, l.GrossExact, l.NetExact, l.Net, l.Cost, l.Tax,
                l.ReturnedQuantity, l.ReturnedAmount, l.ReturnedNet, l.ReturnedNetExact, l.IsCancelled], ct);
        await Take(hash, Rows(db.PaymentFacts, generation).OrderBy(p => p.PaymentId), p => [p.PaymentId, p.OrderId, p.CustomerId, p.Amount, p.Currency, p.PaidOn], ct);
        await Take(hash, Rows(db.ShipmentFacts, generation).OrderBy(s => s.ShipmentId).ThenBy(s => s.LineId), s =>
            [s.ShipmentId, s.LineId, s.OrderId, s.ProductId, s.Quantity, s.Carrier, s.ShippedOn, s.CompletesOrder], ct);
        await Take(hash, Rows(db.RefundFacts, generation).OrderBy(r => r.RefundId).ThenBy(r => r.LineId), r =>
            [r.RefundId, r.LineId, r.OrderId, r.ProductId, r.Quantity, r.Amount, r.SettledOn], ct);
        await Take(hash, Rows(db.TargetFacts, generation).OrderBy(t => t.TargetId).ThenBy(t => t.Month), t =>
            [t.TargetId, t.Month, t.PlanId, t.Metric, t.ScopeKind, t.ScopeKey, t.Currency, t.Value, t.SourceVersion], ct);
        await Take(hash, Rows(db.SalesRollups, generation).OrderBy(r => r.Id), r =>
            [r.Id, r.Slice, r.Day, r.Currency, r.OwnerId, r.UnitId, r.Key, r.Orders, r.Lines, r.Units, r.Net, r.NetRemainder, r.Gross, r.GrossRemainder,
                r.Cost, r.LinesWithoutCost, r.Freight, r.ReturnedUnits, r.ReturnedNet, r.ReturnedRemainder, r.Smallest, r.Largest], ct);
        await Take(hash, Rows(db.CustomerCopies, generation).OrderBy(c => c.CustomerId), c =>
            [c.CustomerId, c.SourceVersion, c.Code, c.Kind, c.Country, c.Region, c.Industry, c.Source, c.Channel, c.IsDeleted, c.SurvivorId, c.IsErased], ct);
        await Take(hash, Rows(db.ProductCopies, generation).OrderBy(p => p.ProductId), p => [p.ProductId, p.SourceVersion, p.Sku, p.Name, p.Category, p.Unit, p.IsActive], ct);
        await Take(hash, Rows(db.PersonCopies, generation).OrderBy(p => p.UserId), p => [p.UserId, p.SourceVersion, p.UnitId, p.IsErased], ct);
        await Take(hash, Rows(db.UnitCopies, generation).OrderBy(u => u.UnitId), u => [u.UnitId, u.SourceVersion, u.Code, u.Name, u.ParentId], ct);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IQueryable<TRow> Rows<TRow>(DbSet<TRow> rows, int generation)
        where TRow : class, IGenerated =>
        rows.AsNoTracking().Where(r => r.Generation == generation);

    private static async Task Take<TRow>(IncrementalHash hash, IQueryable<TRow> rows, Func<TRow, object?[]> values, CancellationToken ct)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            hash.AppendData(Encoding.UTF8.GetBytes($"{string.Join('\u001f', values(row).Select(Canonical))}\u001e"));
        hash.AppendData("\u001d"u8);
    }

    // Databases give a decimal back with more or fewer zeros at its end.
    private static string Canonical(object? value) => value switch
    {
        null => "\u0000",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
