using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>
/// The price book of this host, compiled once and kept while its stamp is the present one. The stamp is read with the customer of every
/// order, so a change is in force with the next order on every host, and costs no trip of its own.
/// </summary>
internal sealed class PriceBooks : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile SalesPriceBook _book = SalesPriceBook.Empty;

    /// <param name="db">Read from only if the book in memory is another one.</param>
    /// <param name="stamp">The present one.</param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<SalesPriceBook> Of(SalesOrdersDbContext db, long stamp, CancellationToken ct)
    {
        if (_book.Stamp == stamp) return _book;
        if (stamp == SalesPriceBook.Empty.Stamp) return SalesPriceBook.Empty;
        // What this very transaction has changed may still be rolled back, and its stamp then stand for something else.
        if (PriceStamp.WasRaisedIn(db)) return await Load(db, stamp, ct);
        await _turn.WaitAsync(ct);
        try
        {
            return _book.Stamp == stamp ? _book : _book = await Load(db, stamp, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<SalesPriceBook> Load(SalesOrdersDbContext db, long stamp, CancellationToken ct)
    {
        var rows = await db.PricePublications.AsNoTracking().Select(p => new { p.Kind, p.Code, p.Number, p.Body }).ToListAsync(ct);
        var usedUp = await db.PromotionUses.AsNoTracking().Where(u => u.IsUsedUp && u.Coupon == null).Select(u => u.Promotion).ToListAsync(ct);
        var taxes = rows.Where(r => r.Kind == PublicationKind.Taxes).MaxBy(r => r.Number);
        return SalesPriceBook.Of(
            stamp,
            [.. rows.Where(r => r.Kind == PublicationKind.PriceList).Select(r => Read<PublishPriceList>(r.Body) with { Code = r.Code, Version = r.Number })],
            [.. rows.Where(r => r.Kind == PublicationKind.Promotion).Select(r => Read<PublishPromotion>(r.Body) with { Code = r.Code, Version = r.Number })],
            taxes is null ? null : Read<PublishTaxes>(taxes.Body),
            await db.CategoryTree(ct),
            usedUp);
    }

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, CrmJson.Options)!;
}
