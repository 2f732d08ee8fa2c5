using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Pricing;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Prices what a caller asks for by the book of this moment.</summary>
internal sealed class OrderPricing(SalesOrdersDbContext db, OrderCosts costs, CallerContext caller, TimeProvider time)
{
    /// <param name="content">What is asked for.</param>
    /// <param name="sale">What holds for all of it.</param>
    /// <param name="products">Of the lines, in their order.</param>
    /// <param name="without">Promotions that are used up.</param>
    /// <param name="own">Promotions that the order uses already: that they are used up does not concern it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<OrderPrices> Price(
        OrderContent content, Sale sale, IReadOnlyList<ProductSnapshot> products, IReadOnlySet<string> without, IReadOnlySet<string> own, CancellationToken ct)
    {
        var usedUp = sale.Book.UsedUpOn(sale.Day);
        var excluded = new HashSet<string>(without.Concat(usedUp).Except(own), StringComparer.Ordinal);
        while (true)
        {
            var priced = PriceEngine.Price(Request(content, sale, products, excluded), sale.Book.Compiled);
            Refuse(priced, content);
            var gifts = await Gifts(priced, content.Currency, sale, ct);
            // A gift that is not sold any more cannot be given: its promotion is left out.
            if (gifts.Missing.Count == 0) return new OrderPrices(priced, gifts.Lines, Redeemed(priced, sale.Book));
            excluded.UnionWith(gifts.Missing);
        }
    }

    /// <summary>Who allowed what was agreed of a line: whoever did so before, else the caller who may override and says why.</summary>
    public string? AuthorityOf(OrderContent.Line line) => line.Authority is { } decided ? decided.By : line.PriceReason is null ? null : PriceAuthority.Of(caller.Caller);

    /// <summary>Who allowed what was agreed off the whole order.</summary>
    public string? AuthorityOf(OrderContent content) => content.DiscountAuthority is { } decided ? decided.By : content.DiscountReason is null ? null : PriceAuthority.Of(caller.Caller);

    /// <summary>The time of day at which promotions are looked for.</summary>
    public TimeOnly TimeOf(OrderContent content) => content.PricedAt ?? BusinessDay.TimeOf(time, caller.Caller);

    /// <summary>The trace as it is kept.</summary>
    public PriceTrace Trace(PricedOrder priced) => new(JsonSerializer.Serialize(priced, CrmJson.Options), time.GetUtcNow());

    private PriceRequest Request(OrderContent content, Sale sale, IReadOnlyList<ProductSnapshot> products, IReadOnlySet<string> usedUp)
    {
        return new PriceRequest
        {
            Lines = [.. content.Lines.Select((line, i) => Line(line, products[i]))],
            Currency = content.Currency,
            On = sale.Day,
            At = TimeOf(content),
            Channel = sale.Channel.Code,
            CustomerGroup = sale.Buyer.PriceGroup ?? sale.Channel.PriceGroup,
            Country = Destination(content, sale.Buyer, sale.Book),
            Coupons = content.Coupons,
            Shipping = content.Freight,
            Discount = content.Discount == 0m ? null : new AgreedDiscount(content.Discount, content.DiscountReason, AuthorityOf(content)),
            UsedUp = usedUp,
        };

        PriceRequestLine Line(OrderContent.Line line, ProductSnapshot product) => new()
        {
            Sku = product.Sku,
            Quantity = line.Quantity,
            ListPrice = product.Currency == content.Currency ? product.ListPrice : null,
            Categories = product.Category is { } category ? sale.Book.Directory.Categories.PathOf(category) : [],
            TaxClass = sale.Book.TaxClass(product),
            Agreed = line.UnitPrice is null && line.DiscountRate == 0m
                ? null
                : new AgreedPrice(line.UnitPrice, line.DiscountRate, line.PriceReason, AuthorityOf(line)),
        };
    }

    /// <summary>By which taxes are found. What the customer said of itself may be no country: then nobody knows where the goods go.</summary>
    private static string? Destination(OrderContent content, Buyer buyer, SalesPriceBook book)
    {
        if (Countries.CodeOf(content.ShipTo?.Country) is { } said) return said;
        if (Countries.CodeOf(buyer.Country) is { } own) return own;
        return buyer.Country is { } unread && book.Compiled.TaxDependsOnCountry ? throw PriceRules.CountryUnknown.Broken(buyer.Code, unread) : null;
    }

    private static void Refuse(PricedOrder priced, OrderContent content)
    {
        if (priced.Violations.Count > 0)
        {
            var first = priced.Violations[0];
            throw first.Kind switch
            {
                PriceViolationKind.NoPrice => SalesOrdersRules.CurrencyDiffers.Broken(first.Sku, content.Currency),
                PriceViolationKind.BelowFloor => PriceRules.BelowFloor.Broken(first.Sku, first.Asked, first.Limit, content.Currency),
                PriceViolationKind.DiscountTooLarge => SalesOrdersRules.DiscountTooLarge.Broken(first.Asked, first.Limit),
                PriceViolationKind.NoTaxRate => PriceRules.NoTaxRate.Broken(first.Sku ?? "shipping"),
                _ => SalesOrdersRules.AmountTooLarge.Broken(first.Limit),
            };
        }

        if (priced.UnusedCoupons.Count > 0) throw PriceRules.CouponNotUsed.Broken(string.Join(", ", priced.UnusedCoupons.Select(c => c.Code)));
    }

    private async Task<(List<LineTerms> Lines, List<string> Missing)> Gifts(PricedOrder priced, string currency, Sale sale, CancellationToken ct)
    {
        if (priced.Gifts.Count == 0) return ([], []);
        var found = await SalesReads.Of(db).ProductsBySku(db, [.. priced.Gifts.Select(g => g.Sku).Distinct()], ct);
        var sold = (await costs.InCurrency(found.FindAll(p => p.IsActive && p.IsSoldOn(sale.Day)), currency, sale.Rate, sale.Day, ct)).ToDictionary(p => p.Sku);
        var missing = priced.Gifts.Where(g => !sold.ContainsKey(g.Sku)).Select(g => g.Rule.Code).ToList();
        return missing.Count > 0 ? ([], missing) : ([.. priced.Gifts.Select(g => new LineTerms(sold[g.Sku], g.Quantity, UnitPrice: 0m, DiscountRate: 0m, PriceIsAgreed: false))], []);
    }

    private static IReadOnlyList<Redemption> Redeemed(PricedOrder priced, SalesPriceBook book) => [.. priced.Promotions.Select(p =>
    {
        var limits = book.Promotions[(p.Rule.Code, p.Rule.Version)];
        return new Redemption(p.Rule.Code, p.Rule.Version, p.Coupon, p.Amount, limits.MaxUses, limits.MaxUsesPerCoupon, limits.Budget);
    })];
}

/// <param name="Priced">By the engine.</param>
/// <param name="Gifts">Products that are given along.</param>
/// <param name="Redemptions">Promotions that gave something, with their limits.</param>
internal sealed record OrderPrices(PricedOrder Priced, IReadOnlyList<LineTerms> Gifts, IReadOnlyList<Redemption> Redemptions);
