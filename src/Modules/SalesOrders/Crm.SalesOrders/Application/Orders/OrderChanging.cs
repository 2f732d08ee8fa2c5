using Crm.BuildingBlocks.Hosting.Access;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Reads what a confirmed order would be with a change: the same terms, prices and traces as if it were placed like that on its own day. What
/// was agreed below a floor stays agreed for as many units as were sold for it; more units, or less money for them, have to be allowed anew.
/// </summary>
internal sealed class OrderChanging(SalesOrdersDbContext db, OrderTermsReader reader, CallerContext caller, TimeProvider time)
{
    /// <param name="order">With its lines.</param>
    /// <param name="wishes">What is to change.</param>
    /// <param name="authority">How traces name who wants it, where they may agree to prices below the floor; null: they may not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ChangedTerms> Read(Order order, IReadOnlyList<LineWish> wishes, string? authority, CancellationToken ct)
    {
        var lines = Lines(order, wishes, authority);
        if (lines.Count == 0) throw SalesOrdersRules.ChangeLeavesNothing.Broken();
        var content = ((QuotePrices)new QuotePrices { CustomerId = order.CustomerId, Currency = order.Currency, Lines = [] }.Saying(order)) with
        {
            Lines = lines.ConvertAll(l => l.Content),
            // It was used when the order was confirmed.
            ReservationId = null,
        };
        var reason = order.DiscountReason ?? wishes.Select(w => w.PriceReason).FirstOrDefault(r => r is not null);
        var decided = new Decided(PriceAuthority.Given(authority, reason), lines.ConvertAll(l => l.Decided), order.PricedAt ?? BusinessDay.TimeOf(time, caller.Caller))
        {
            DiscountBefore = order.DiscountAuthority ?? PriceAuthority.TheOrder,
            OrderId = order.Id,
            Had = order.Redemptions ?? [],
        };
        return new ChangedTerms(await reader.ReadChange(content, order, decided, ct), lines.ConvertAll(l => l.Kept));
    }

    /// <summary>What the change would do to price and stock now.</summary>
    public async Task<ChangeForecast> Forecast(Order order, ChangedTerms changed, CancellationToken ct)
    {
        var before = order.Lines.Where(l => l.IsStocked).GroupBy(l => (l.ProductId, l.Sku)).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        var after = changed.Terms.Goods.Where(l => l.Product.IsTracked).GroupBy(l => (ProductId: l.Product.Id, l.Product.Sku)).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        var moved = before.Keys.Union(after.Keys).Select(p => (Product: p, Units: after.GetValueOrDefault(p) - before.GetValueOrDefault(p))).Where(m => m.Units != 0).ToList();
        var products = moved.ConvertAll(m => m.Product.ProductId);
        var free = await db.StockLevels.AsNoTracking().Where(l => l.Warehouse == order.Warehouse && EF.Parameter(products).Contains(l.ProductId))
            .ToDictionaryAsync(l => l.ProductId, l => l.Available, ct);
        return new ChangeForecast(changed.Gross(order), changed.PriceHash(order), moved.ConvertAll(m => new StockEffect(m.Product.Sku, m.Units, free.GetValueOrDefault(m.Product.ProductId))));
    }

    private static List<ChangedLine> Lines(Order order, IReadOnlyList<LineWish> wishes, string? authority)
    {
        var byId = wishes.Where(w => w.LineId is not null).ToDictionary(w => w.LineId!.Value);
        foreach (var id in byId.Keys)
        {
            var line = order.Lines.FirstOrDefault(l => l.Id == id && l.Quantity > 0) ?? throw SalesOrdersRules.LineUnknown.Broken(id);
            if (line.IsGift) throw SalesOrdersRules.ChangeOfGift.Broken(line.Sku);
        }

        var kept = order.Lines.Where(l => !l.IsGift && l.Quantity > 0).OrderBy(l => l.Position)
            .Select(l => Said(l, order.PriceBasis, byId.GetValueOrDefault(l.Id), authority)).Where(l => l.Content.Quantity > 0);
        var added = wishes.Where(w => w.LineId is null).Select(w => new ChangedLine(
            new OrderContent.Line(w.Quantity, w.Sku, w.ProductId, w.UnitPrice, w.DiscountRate ?? 0m, w.PriceReason), Kept: null,
            new DecidedLine(PriceAuthority.Given(authority, w.PriceReason))));
        return [.. kept, .. added];
    }

    private static ChangedLine Said(OrderLine line, PriceBasis basis, LineWish? wish, string? authority)
    {
        var price = wish?.UnitPrice ?? (line.PriceIsAgreed ? line.UnitPrice : null);
        var rate = wish?.DiscountRate ?? line.DiscountRate;
        var quantity = wish?.Quantity ?? line.Quantity;
        var isSoldSo = (price is null || (line.PriceIsAgreed && price == line.UnitPrice)) && rate == line.DiscountRate && quantity <= line.Quantity;
        var reason = wish?.PriceReason ?? line.PriceReason;
        return new ChangedLine(
            new OrderContent.Line(quantity, line.Sku, UnitPrice: price, DiscountRate: rate, PriceReason: reason), line.Id,
            new DecidedLine(
                isSoldSo ? line.PriceAuthority ?? PriceAuthority.TheOrder : PriceAuthority.Given(authority, reason),
                new SoldBefore(line.Quantity, basis == PriceBasis.Gross ? line.Gross : line.Net)));
    }

    /// <param name="Content">What is asked for.</param>
    /// <param name="Kept">The line that it was; null: it is new.</param>
    /// <param name="Decided">Who allows its price.</param>
    private sealed record ChangedLine(OrderContent.Line Content, Guid? Kept, DecidedLine Decided);
}

/// <param name="Terms">What the order would be.</param>
/// <param name="Kept">For each line of the terms the line that it was; null where it is new.</param>
internal sealed record ChangedTerms(OrderTerms Terms, IReadOnlyList<Guid?> Kept)
{
    public decimal Gross(Order order) => Terms.Priced?.Gross
        ?? Terms.Lines.Sum(l => LineNet.Of(l.Quantity, l.UnitPrice, l.DiscountRate, order.Currency).Rounded) - order.Discount + order.Freight;

    public string PriceHash(Order order) => Terms.Priced is { } priced ? PriceToken.Of(priced) : PriceToken.Of("", Gross(order), order.Freight, 0m, Gross(order));
}
