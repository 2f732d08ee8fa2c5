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
    /// <param name="decided">Who allows what is agreed.</param>
    /// <param name="without">Promotions that are used up, as far as the book does not know it yet.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<OrderPrices> Price(
        OrderContent content, Sale sale, IReadOnlyList<ProductSnapshot> products, Decided decided, IReadOnlySet<string> without, CancellationToken ct)
    {
        var excluded = new HashSet<string>(without.Concat(sale.Book.UsedUpOn(sale.Day)).Except(decided.Promotions), StringComparer.Ordinal);
        var buyer = await BuyerFacts.Read(db, sale, decided, ct);
        while (true)
        {
            var request = Request(content, sale, products, decided, buyer, excluded);
            var priced = PriceEngine.Price(request, sale.Book.Compiled);
            Refuse(priced, content);
            var gifts = await Gifts(priced, sale, ct);
            // A gift that is not sold any more cannot be given: its promotion is left out.
            if (gifts.Missing.Count == 0) return new OrderPrices(priced, gifts.Lines, Redeemed(priced, sale), PricedFor(request, sale, buyer));
            excluded.UnionWith(gifts.Missing);
        }
    }

    /// <summary>Nothing was decided before: the caller allows what they give a reason for, if they may, and it is priced now.</summary>
    public Decided ByCaller(OrderContent content)
    {
        var authority = PriceAuthority.Of(caller.Caller);
        return new Decided(
            PriceAuthority.Given(authority, content.DiscountReason), [.. content.Lines.Select(l => new DecidedLine(PriceAuthority.Given(authority, l.PriceReason)))],
            BusinessDay.TimeOf(time, caller.Caller));
    }

    /// <summary>The trace as it is kept.</summary>
    public PriceTrace Trace(PricedOrder priced) => new(JsonSerializer.Serialize(priced, CrmJson.Options), time.GetUtcNow());

    private static PriceRequest Request(
        OrderContent content, Sale sale, IReadOnlyList<ProductSnapshot> products, Decided decided, BuyerFacts buyer, IReadOnlySet<string> usedUp)
    {
        return new PriceRequest
        {
            Lines = [.. content.Lines.Select((line, i) => Line(line, products[i], decided.Lines[i]))],
            Currency = sale.Currency,
            On = sale.Day,
            At = decided.At,
            Channel = sale.Channel.Code,
            CustomerId = sale.Buyer.Id,
            CustomerGroup = sale.Buyer.PriceGroup ?? sale.Channel.PriceGroup,
            Territories = [.. sale.Book.Directory.TerritoriesFrom(sale.Buyer.TerritoryId).Select(Text)],
            Segments = [.. buyer.Segments.Select(Text)],
            IsFirstOrder = buyer.IsFirstOrder,
            Country = Destination(content, sale),
            Coupons = content.Coupons,
            CouponOf = sale.Book.Vouchers.PromotionsOf(content.Coupons, sale.Day, decided.Promotions),
            Points = content.Points,
            Shipping = content.Freight,
            Discount = content.Discount == 0m ? null : new AgreedDiscount(content.Discount, content.DiscountReason, decided.Discount, decided.DiscountBefore),
            UsedUp = usedUp,
            Withdrawn = decided.Promotions.Count == 0 ? sale.Book.Withdrawn : sale.Book.Withdrawn.Except(decided.Promotions).ToHashSet(StringComparer.Ordinal),
            Left = buyer.Left,
            Explain = content is QuotePrices { Explain: true },
        };

        PriceRequestLine Line(OrderContent.Line line, ProductSnapshot product, DecidedLine known) => new()
        {
            Sku = product.Sku,
            Quantity = line.Quantity,
            ListPrice = product.Currency == sale.Currency ? product.ListPrice : null,
            Categories = product.Category is { } category ? sale.Book.Directory.Categories.PathOf(category) : [],
            TaxClass = sale.Book.TaxClass(product),
            Agreed = line.HasOwnPrice ? new AgreedPrice(line.UnitPrice, line.DiscountRate, line.PriceReason, known.By) : null,
            Before = known.Before,
        };
    }

    /// <summary>By which taxes are found. What the customer said of itself may be no country: then nobody knows where the goods go.</summary>
    private static string? Destination(OrderContent content, Sale sale) =>
        Countries.CodeOf(content.ShipTo?.Country) ?? Countries.CodeOf(sale.Buyer.Country)
        ?? (sale.Buyer.Country is { } said && sale.Book.Compiled.TaxDependsOnCountry ? throw PriceRules.CountryUnknown.Broken(sale.Buyer.Code, said) : null);

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

    private async Task<(IReadOnlyList<LineTerms> Lines, List<string> Missing)> Gifts(PricedOrder priced, Sale sale, CancellationToken ct)
    {
        if (priced.Gifts.Count == 0) return ([], []);
        var found = await SalesReads.Of(db).ProductsBySku(db, [.. priced.Gifts.Select(g => g.Sku).Distinct()], ct);
        var sold = (await costs.InCurrency([.. found.Where(p => p.IsActive && p.IsSoldOn(sale.Day))], sale, ct)).ToDictionary(p => p.Sku);
        var missing = priced.Gifts.Where(g => !sold.ContainsKey(g.Sku)).Select(g => g.Rule.Code).ToList();
        return missing.Count > 0 ? ([], missing) : ([.. priced.Gifts.Select(g => new LineTerms(sold[g.Sku], g.Quantity, UnitPrice: 0m, DiscountRate: 0m, PriceIsAgreed: false))], []);
    }

    private static IReadOnlyList<Redemption> Redeemed(PricedOrder priced, Sale sale) => [.. priced.Promotions.Select(p =>
    {
        var limits = sale.Book.Promotions[(p.Rule.Code, p.Rule.Version)];
        return new Redemption(
            p.Rule.Code, p.Rule.Version, p.Coupon, p.Amount, limits.MaxUses, limits.MaxUsesPerCoupon, limits.Budget,
            limits.CountsPerCustomer ? sale.Buyer.Id : null, limits.MaxUsesPerCustomer, limits.MostPerCustomer);
    })];

    private static PricedFor PricedFor(PriceRequest request, Sale sale, BuyerFacts buyer) => new(
        request.CustomerGroup, sale.Book.Directory.TerritoriesFrom(sale.Buyer.TerritoryId), buyer.Segments, request.Country,
        [.. request.Lines.Select(l => new PricedForLine(l.ListPrice, l.TaxClass, l.Agreed is not null, l.Agreed?.Authority is not null))]);

    private static string Text(Guid id) => id.ToString("D");
}

/// <param name="Priced">By the engine.</param>
/// <param name="Gifts">Products that are given along, with their costs in the currency of the order.</param>
/// <param name="Redemptions">Promotions that gave something, with their limits.</param>
/// <param name="PricedFor">What the prices followed from beside what was asked for.</param>
internal sealed record OrderPrices(PricedOrder Priced, IReadOnlyList<LineTerms> Gifts, IReadOnlyList<Redemption> Redemptions, PricedFor PricedFor);
