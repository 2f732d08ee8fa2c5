using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Reads what a confirmed order would be with a change: the same terms, prices and traces as if it were placed like that on its own day.</summary>
internal sealed class OrderChanging(SalesOrdersDbContext db, OrderTermsReader reader)
{
    /// <param name="order">With its lines.</param>
    /// <param name="wishes">What is to change.</param>
    /// <param name="authority">Who allowed the prices among the wishes, where they say why; null: the caller is asked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ChangedTerms> Read(Order order, IReadOnlyList<LineWish> wishes, DecidedAuthority? authority, CancellationToken ct)
    {
        var lines = Lines(order, wishes, authority);
        if (lines.Count == 0) throw SalesOrdersRules.ChangeLeavesNothing.Broken();
        var content = ((QuotePrices)new QuotePrices { CustomerId = order.CustomerId, Currency = order.Currency, Lines = [] }.Saying(order)) with
        {
            Lines = lines.ConvertAll(l => l.Content),
            // It was used when the order was confirmed.
            ReservationId = null,
            // What was agreed and given then is not judged anew by whoever changes something else now. A discount that less has to bear is another one.
            DiscountAuthority = wishes.Any(w => TakesAway(order, w)) ? Allowed(authority, order.DiscountReason) : new DecidedAuthority(order.DiscountAuthority ?? PriceAuthority.TheOrder),
            PricedAt = order.PricedAt,
        };
        return new ChangedTerms(await reader.ReadChange(content, order, ct), lines.ConvertAll(l => l.Kept));
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

    private static List<(OrderContent.Line Content, Guid? Kept)> Lines(Order order, IReadOnlyList<LineWish> wishes, DecidedAuthority? authority)
    {
        var byId = wishes.Where(w => w.LineId is not null).ToDictionary(w => w.LineId!.Value);
        foreach (var id in byId.Keys)
        {
            var line = order.Lines.FirstOrDefault(l => l.Id == id && l.Quantity > 0) ?? throw SalesOrdersRules.LineUnknown.Broken(id);
            if (line.IsGift) throw SalesOrdersRules.ChangeOfGift.Broken(line.Sku);
        }

        var kept = order.Lines.Where(l => !l.IsGift && l.Quantity > 0).OrderBy(l => l.Position)
            .Select(l => (Content: Said(l, byId.GetValueOrDefault(l.Id), authority), Kept: (Guid?)l.Id)).Where(l => l.Content.Quantity > 0);
        var added = wishes.Where(w => w.LineId is null).Select(w => (new OrderContent.Line(w.Quantity, w.Sku, w.ProductId, w.UnitPrice, w.DiscountRate ?? 0m, w.PriceReason) { Authority = Allowed(authority, w.PriceReason) }, (Guid?)null));
        return [.. kept, .. added];
    }

    private static OrderContent.Line Said(OrderLine line, LineWish? wish, DecidedAuthority? authority)
    {
        var price = wish?.UnitPrice ?? (line.PriceIsAgreed ? line.UnitPrice : null);
        var reason = wish?.PriceReason ?? line.PriceReason;
        // What was agreed for one unit was not agreed for a thousand.
        var isAgreed = KeepsPrice(line, wish) && (wish is null || wish.Quantity <= line.Quantity);
        return new OrderContent.Line(wish?.Quantity ?? line.Quantity, line.Sku, UnitPrice: price, DiscountRate: wish?.DiscountRate ?? line.DiscountRate, PriceReason: reason)
        {
            Authority = isAgreed ? new DecidedAuthority(line.PriceAuthority ?? PriceAuthority.TheOrder) : Allowed(authority, reason),
        };
    }

    private static bool KeepsPrice(OrderLine line, LineWish? wish) =>
        (wish?.UnitPrice is null || (line.PriceIsAgreed && wish.UnitPrice == line.UnitPrice)) && (wish?.DiscountRate is null || wish.DiscountRate == line.DiscountRate);

    private static bool TakesAway(Order order, LineWish wish) =>
        order.Lines.FirstOrDefault(l => l.Id == wish.LineId) is { } line && (wish.Quantity < line.Quantity || !KeepsPrice(line, wish));

    // Whoever may override and does not say why has allowed nothing.
    private static DecidedAuthority? Allowed(DecidedAuthority? authority, string? reason) => authority is null || reason is not null ? authority : new DecidedAuthority(By: null);
}

/// <param name="Terms">What the order would be.</param>
/// <param name="Kept">For each line of the terms the line that it was; null where it is new.</param>
internal sealed record ChangedTerms(OrderTerms Terms, IReadOnlyList<Guid?> Kept)
{
    public decimal Gross(Order order) => Terms.Priced?.Gross
        ?? Terms.Lines.Sum(l => LineNet.Of(l.Quantity, l.UnitPrice, l.DiscountRate, order.Currency).Rounded) - order.Discount + order.Freight;

    public string PriceHash(Order order) => Terms.Priced is { } priced ? PriceToken.Of(priced) : PriceToken.Of("", Gross(order), order.Freight, 0m, Gross(order));
}
