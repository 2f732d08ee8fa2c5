using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>
/// The price book of this host, compiled once and kept while its stamp is the present one. The stamp is read with the customer of every
/// order, so a change is in force with the next order on every host, and costs no trip of its own.
/// </summary>
internal sealed class PriceBooks : IDisposable
{
    private readonly KnownPublications _publications = new();
    private readonly SemaphoreSlim _turn = new(1);
    private volatile SalesPriceBook _book = SalesPriceBook.Empty;

    /// <summary>What this host knew last, without asking whether it is the present one.</summary>
    public SalesPriceBook Latest => _book;

    /// <summary>The present book, for who has not read its stamp.</summary>
    public async ValueTask<SalesPriceBook> Present(SalesOrdersDbContext db, CancellationToken ct) =>
        await Of(db, await db.NumberSeries.Where(s => s.Name == PriceStamp.Series).Select(s => s.Next).FirstOrDefaultAsync(ct), ct);

    /// <param name="db">Read from only if the book in memory is another one.</param>
    /// <param name="stamp">The present one.</param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<SalesPriceBook> Of(SalesOrdersDbContext db, long stamp, CancellationToken ct)
    {
        if (PriceStamp.IsRaisedIn(db)) return await Own(db, stamp, ct);
        if (_book.Stamp == stamp) return _book;
        if (stamp == SalesPriceBook.Empty.Stamp) return SalesPriceBook.Empty;
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

    // What an open transaction has changed and not committed is its own: if it is rolled back, its stamp comes again for something else.
    private async ValueTask<SalesPriceBook> Own(SalesOrdersDbContext db, long stamp, CancellationToken ct)
    {
        var own = db.InTransaction<OwnBook>();
        return own.Book?.Stamp == stamp ? own.Book : own.Book = await Load(db, stamp, ct);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<SalesPriceBook> Load(SalesOrdersDbContext db, long stamp, CancellationToken ct)
    {
        var published = await _publications.Read(db, ct);
        return SalesPriceBook.Of(stamp, published, await Directory(db, ct), await Moment(db, ct));
    }

    private static async Task<PriceMoment> Moment(SalesOrdersDbContext db, CancellationToken ct)
    {
        var uses = await db.PromotionUses.AsNoTracking().Where(u => u.Coupon == null && u.CustomerId == null).ToListAsync(ct);
        var suspensions = await db.PriceSuspensions.AsNoTracking().ToListAsync(ct);
        var batches = await db.IssuedVouchers.AsNoTracking().ToListAsync(ct);
        var withdrawn = batches.Count == 0 ? [] : await db.WithdrawnVouchers.AsNoTracking().ToListAsync(ct);
        return new PriceMoment(uses, suspensions, new KnownVouchers(batches, withdrawn));
    }

    private static async Task<SalesDirectory> Directory(SalesOrdersDbContext db, CancellationToken ct)
    {
        var channels = await db.Channels.AsNoTracking().ToListAsync(ct);
        var warehouses = await db.Warehouses.AsNoTracking().Select(w => new Server(w.Code, w.ChannelMask, w.IsActive)).ToListAsync(ct);
        return new SalesDirectory(
            await db.CategoryTree(ct),
            channels.Select(c => new ChannelTerms(c.Code, c.Kind, c.IsActive, c.PriceGroup, NumberPattern.Of(c.NumberPattern), c.PaymentPolicy, c.Warehouses)),
            warehouses,
            await db.TerritoryCopies.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Above, ct));
    }

    private sealed class OwnBook
    {
        public SalesPriceBook? Book { get; set; }
    }
}
