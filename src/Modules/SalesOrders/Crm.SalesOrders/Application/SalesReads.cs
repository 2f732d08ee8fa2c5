using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.SalesOrders.Application;

/// <summary>
/// The reads of placing and showing an order, compiled once. A compiled query belongs to one model, and there is one model per provider and key ring.
/// </summary>
internal sealed class SalesReads
{
    private static readonly ConditionalWeakTable<IModel, SalesReads> PerModel = [];

    // Whether all products of the order are sold on the day, and the rate of its currency: asked in the same trip.
    private readonly Func<SalesOrdersDbContext, Guid, OrderId, string, string, DateOnly, CancellationToken, Task<Buyer?>> _buyerOf = EF.CompileAsyncQuery(
        SoldProducts.In<Func<SalesOrdersDbContext, Guid, OrderId, string, string, DateOnly, CancellationToken, Buyer?>>((db, id, order, currency, company, day, _) => db.CustomerCopies.Where(c => c.Id == (db.CustomerCopies.Where(m => m.Id == id).Select(m => m.SurvivorId).FirstOrDefault() ?? id))
            .Select(c => new Buyer(c.Id, c.Code, c.UnitId, c.IsBlocked, c.IsDeleted, db.ApprovalRules.Any(r => r.IsActive) || db.CreditTerms.Any(t => t.CustomerId == c.Id)
                || db.CustomerCopies.Any(m => m.SurvivorId == c.Id && db.CreditTerms.Any(t => t.CustomerId == m.Id)))
            {
                FindsUnsold = db.OrderLines.Any(l => EF.Property<OrderId>(l, "OrderId") == order && l.Quantity > 0
                    && !db.Products.Any(p => p.Id == l.ProductId && SoldProducts.IsSold(p, day))),
                Rate = db.ExchangeRates.Where(r => r.Currency == currency && r.To == company && r.On <= day).OrderByDescending(r => r.On).Select(r => (decimal?)r.Rate).FirstOrDefault(),
            })
            .SingleOrDefault()));

    // The rate of the currency and the stamp of the price book in the same trip.
    private readonly Func<SalesOrdersDbContext, Guid, string, string, DateOnly, CancellationToken, Task<Buyer?>> _buyerAndStamp = EF.CompileAsyncQuery(
        (SalesOrdersDbContext db, Guid id, string currency, string company, DateOnly day, CancellationToken _) => db.CustomerCopies.Where(c => c.Id == (db.CustomerCopies.Where(m => m.Id == id).Select(m => m.SurvivorId).FirstOrDefault() ?? id))
            .Select(c => new Buyer(c.Id, c.Code, c.UnitId, c.IsBlocked, c.IsDeleted, db.ApprovalRules.Any(r => r.IsActive) || db.CreditTerms.Any(t => t.CustomerId == c.Id)
                || db.CustomerCopies.Any(m => m.SurvivorId == c.Id && db.CreditTerms.Any(t => t.CustomerId == m.Id)))
            {
                Country = c.Country,
                PriceGroup = c.PriceGroup,
                TerritoryId = c.TerritoryId,
                PriceStamp = db.NumberSeries.Where(s => s.Name == PriceStamp.Series).Select(s => s.Next).FirstOrDefault(),
                Rate = db.ExchangeRates.Where(r => r.Currency == currency && r.To == company && r.On <= day).OrderByDescending(r => r.On).Select(r => (decimal?)r.Rate).FirstOrDefault(),
            })
            .SingleOrDefault());

    private readonly Func<SalesOrdersDbContext, List<string>, IAsyncEnumerable<ProductSnapshot>> _productsBySku = EF.CompileAsyncQuery(
        (SalesOrdersDbContext db, List<string> skus) => db.Products.Where(p => skus.Contains(p.Sku)).Select(ProductSnapshots.Of));

    private readonly Func<SalesOrdersDbContext, List<ProductId>, IAsyncEnumerable<ProductSnapshot>> _productsById = EF.CompileAsyncQuery(
        (SalesOrdersDbContext db, List<ProductId> ids) => db.Products.Where(p => ids.Contains(p.Id)).Select(ProductSnapshots.Of));

    private readonly Func<SalesOrdersDbContext, OrderId, CancellationToken, Task<ShownOrder?>> _orderWithLines = EF.CompileAsyncQuery(
        (SalesOrdersDbContext db, OrderId id, CancellationToken _) => db.Orders.AsNoTracking().AsSingleQuery().Where(o => o.Id == id)
            .Select(o => new ShownOrder(
                o, o.Customer!.Code, o.Customer.Name, db.OrderRefs.Where(r => r.OrderId == o.Id).OrderBy(r => r.System).ThenBy(r => r.RefId).Select(r => new ExternalRef(r.System, r.RefId)).ToList()))
            .SingleOrDefault());

    public static SalesReads Of(SalesOrdersDbContext db) => PerModel.GetValue(db.Model, static _ => new SalesReads());

    /// <summary>Who buys, a merged customer's survivor, with whether all of the order is sold on a business date, and the rate of its currency then.</summary>
    public Task<Buyer?> BuyerOf(SalesOrdersDbContext db, Order order, string company, DateOnly day, CancellationToken ct) =>
        _buyerOf(db, order.CustomerId, order.Id, order.Currency, company, day, ct);

    /// <summary>Who buys, a merged customer's survivor, with the stamp of the price book and the rate of a currency on a business date.</summary>
    public Task<Buyer?> BuyerAndStamp(SalesOrdersDbContext db, Guid id, string currency, string company, DateOnly day, CancellationToken ct) =>
        _buyerAndStamp(db, id, currency, company, day, ct);

    public Task<ShownOrder?> OrderWithLines(SalesOrdersDbContext db, OrderId id, CancellationToken ct) => _orderWithLines(db, id, ct);

    public async Task<List<ProductSnapshot>> ProductsBySku(SalesOrdersDbContext db, List<string> skus, CancellationToken ct) =>
        await _productsBySku(db, skus).ToListAsync(ct);

    /// <summary>For what was sold before; rare, and so not compiled.</summary>
    public static Task<List<ProductSnapshot>> ProductsWithDeleted(SalesOrdersDbContext db, List<ProductId> ids, CancellationToken ct) =>
        db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).Where(p => ids.Contains(p.Id)).Select(ProductSnapshots.Of).ToListAsync(ct);

    public async Task<List<ProductSnapshot>> ProductsById(SalesOrdersDbContext db, List<ProductId> ids, CancellationToken ct) =>
        await _productsById(db, ids).ToListAsync(ct);
}

/// <summary>An order with its lines, and what is shown of its customer.</summary>
internal sealed record ShownOrder(Order Order, string CustomerCode, string? CustomerName, IReadOnlyList<ExternalRef> ExternalRefs);

/// <summary>Who buys, as far as it decides whether and for whom.</summary>
/// <param name="HasApprovalRules">Whether confirmations may have to be approved, or be within a credit limit: asked in the same trip.</param>
internal sealed record Buyer(Guid Id, string Code, Guid? UnitId, bool IsBlocked, bool IsDeleted, bool HasApprovalRules)
{
    /// <summary>Units of the company's currency for one of the order's, in force on the day; null where there is none.</summary>
    public decimal? Rate { get; init; }

    /// <summary>A product of the order is not sold on the day that was asked for.</summary>
    public bool FindsUnsold { get; init; }

    public string? Country { get; init; }

    public string? PriceGroup { get; init; }

    public Guid? TerritoryId { get; init; }

    /// <summary>The present state of the published prices, asked for in the same trip.</summary>
    public long PriceStamp { get; init; }

    /// <summary>Refuses a customer to whom nothing may be sold now.</summary>
    public void RequireMayOrder()
    {
        if (IsDeleted) throw SalesOrdersRules.CustomerUnknown.Broken(Id);
        if (IsBlocked) throw SalesOrdersRules.CustomerBlocked.Broken(Code);
    }
}
