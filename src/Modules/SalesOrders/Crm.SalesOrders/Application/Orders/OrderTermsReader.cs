using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Pricing;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Turns what a caller said into terms: one read for the customer, one for all products, one for a salesperson who is not the caller.</summary>
internal sealed class OrderTermsReader(
    SalesOrdersDbContext db, Sales sales, OrderPricing pricing, OrderCosts costs, PromotionUses uses, ISettings settings, CallerContext caller, TimeProvider time)
{
    private readonly HashSet<string> _usedUp = new(StringComparer.Ordinal);

    public Task<OrderTerms> Read(OrderContent content, CancellationToken ct) => Read(content, changing: null, pricing.ByCaller(content), ct);

    /// <summary>
    /// What a confirmed order would be. What it says already does not have to be possible anew: products that it has may be sold no more,
    /// promotions that it uses be used up, and its customer be blocked, as long as nothing is sold in addition. Its exchange rate stays.
    /// </summary>
    public Task<OrderTerms> ReadChange(OrderContent content, Order order, Decided decided, CancellationToken ct) => Read(content, order, decided, ct);

    private async Task<OrderTerms> Read(OrderContent content, Order? changing, Decided decided, CancellationToken ct)
    {
        var day = content.OrderedOn ?? BusinessDay.Of(time, caller.Caller);
        var sale = await sales.Read(content.CustomerId, content.Currency, day, directory => directory.Channel(content.Channel, isNew: changing is null), ct)
            ?? throw SalesOrdersRules.CustomerUnknown.Broken(content.CustomerId);
        var (buyer, channel) = (sale.Buyer, sale.Channel);
        content = content with { Coupons = sale.Book.Vouchers.AsIssued(content.Coupons) };
        if (changing is null || SellsMore(content, changing)) buyer.RequireMayOrder();
        if (changing?.CompanyCurrency is { } company) sale = sale with { Rate = new CompanyRate(company, changing.CompanyRate) };
        var (ownerId, unitId) = await Owner(content, buyer, ct);
        var products = await costs.InCurrency(await Sold(content, changing, day, ct), sale, ct);
        var terms = new OrderTerms
        {
            // What hangs on a merged customer stays there; only what is new is the survivor's.
            CustomerId = changing?.CustomerId == content.CustomerId ? content.CustomerId : buyer.Id,
            CustomerReference = content.CustomerReference,
            Channel = content.Channel,
            OwnerId = ownerId,
            UnitId = unitId,
            TerritoryId = buyer.TerritoryId,
            Currency = content.Currency,
            OrderedOn = day,
            RequiredOn = content.RequiredOn,
            ShipTo = ToShipTo(content.ShipTo),
            Warehouse = changing?.Warehouse ?? await ServedBy(content, sale, ct),
            Rate = sale.Rate,
            Numbers = channel.Numbers,
            ReservationId = content.ReservationId,
            AllowsBackOrder = content.AllowBackOrder,
            PaymentPolicy = content.PaymentPolicy ?? channel.Policy ?? await UsualPolicy(ct),
            Freight = content.Freight,
            Discount = content.Discount,
            DiscountReason = content.DiscountReason,
            DiscountAuthority = content.Discount == 0m ? null : decided.Discount,
            PricedAt = decided.At,
            Coupons = content.Coupons,
            Points = content.Points,
            Lines = [],
            MayNeedApproval = buyer.HasApprovalRules,
        };
        // An order from elsewhere has prices of its own, which no book judges.
        if (changing is { PriceHash: null }) return terms with { Lines = [.. content.Lines.Select((line, i) => Terms(line, products[i], OwnPrice(line, products[i], content.Currency), decided.Lines[i]))] };
        var prices = await pricing.Price(content, sale, products, decided, _usedUp, ct);
        PriceToken.Require(content.PriceHash, PriceToken.Of(prices.Priced), content.Currency);
        // Who confirms at once counts them under lock anyway.
        if (content is not PlaceOrder { Confirm: true }) await uses.RequireUnused([.. prices.Redemptions.Where(r => !decided.Promotions.Contains(r.Promotion))], ct);
        return terms with
        {
            Lines = [.. content.Lines.Select((line, i) => Terms(line, products[i], prices.Priced.Lines[i].UnitPrice, decided.Lines[i]))],
            Priced = prices.Priced,
            Gifts = prices.Gifts,
            Redemptions = prices.Redemptions,
            PricedFor = prices.PricedFor,
            Trace = pricing.Trace(prices.Priced),
        };
    }

    /// <summary>
    /// Counts what the order uses of limited promotions. One that nobody asked for, and whose last use somebody else has just taken, is left
    /// out and the order priced again, as it is where the customer has just had the most of it by another order.
    /// </summary>
    public async Task<OrderTerms> Redeem(OrderContent content, OrderTerms terms, CancellationToken ct)
    {
        while (await uses.TryCount(terms.Redemptions, ct) is { } refused)
        {
            _usedUp.UnionWith(refused.UsedUp);
            terms = await Read(content with { OrderedOn = terms.OrderedOn }, ct);
        }

        return terms;
    }

    private async Task<PaymentPolicy> UsualPolicy(CancellationToken ct) => await settings.YesNo(SalesSettings.Prepaid, ct) ? PaymentPolicy.Prepaid : PaymentPolicy.OnCredit;

    internal static ShipTo ToShipTo(OrderContent.Address? to) => to is null
        ? ShipTo.Nowhere
        : new ShipTo { Name = to.Name, Street = to.Street, City = to.City, Region = to.Region, PostalCode = to.PostalCode, Country = Countries.CodeOf(to.Country) };

    // A reservation that is named costs a read; an order that names none does not.
    private async Task<string> ServedBy(OrderContent content, Sale sale, CancellationToken ct)
    {
        var named = content.Warehouse;
        if (content.ReservationId is { } id)
        {
            var key = new ReservationId(id);
            var family = await db.Family(content.CustomerId, ct);
            var reservedIn = await db.Reservations.Where(r => r.Id == key && (r.CustomerId == null || EF.Parameter(family).Contains(r.CustomerId.Value)))
                .Select(r => r.Warehouse).SingleOrDefaultAsync(ct) ?? throw StockRules.ReservationUnknown.Broken(id);
            if (named is not null && named != reservedIn) throw StockRules.ReservationElsewhere.Broken(reservedIn, named);
            named = reservedIn;
        }

        if (named is null) return sale.Book.Directory.ServerOf(sale.Channel);
        sale.Book.Directory.RequireServes(named, sale.Channel);
        return named;
    }

    private async Task<(Guid? OwnerId, Guid? UnitId)> Owner(OrderContent content, Buyer buyer, CancellationToken ct)
    {
        var actor = caller.Caller;
        var salesperson = content.SalespersonId ?? actor.PersonId;
        if (salesperson is null) return (null, actor.UnitId ?? buyer.UnitId);
        if (salesperson == actor.Id) return (salesperson, actor.UnitId ?? buyer.UnitId);
        var person = await db.PersonCopies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == salesperson, ct)
            ?? throw SalesOrdersRules.SalespersonUnknown.Broken(salesperson);
        return (person.Id, person.UnitId ?? buyer.UnitId);
    }

    private static LineTerms Terms(OrderContent.Line line, ProductSnapshot product, decimal unitPrice, DecidedLine decided) =>
        new(product, line.Quantity, unitPrice, line.DiscountRate, line.UnitPrice is not null, line.PriceReason) { PriceAuthority = line.HasOwnPrice ? decided.By : null };

    private static decimal OwnPrice(OrderContent.Line line, ProductSnapshot product, string currency) => line.UnitPrice
        ?? (product.Currency == currency ? product.ListPrice : throw SalesOrdersRules.CurrencyDiffers.Broken(product.Sku, currency));

    /// <summary>The products of the lines, in their order.</summary>
    private async Task<IReadOnlyList<ProductSnapshot>> Sold(OrderContent content, Order? changing, DateOnly day, CancellationToken ct)
    {
        var products = await Products(content.Lines, ct);
        if (changing is not null) products.AddRange(await Gone(content, changing, products, ct));
        var bySku = products.ToDictionary(p => p.Sku);
        var byId = products.ToDictionary(p => p.Id.Value);
        var sold = content.Lines.Select(l => (Line: l, Product: l.Sku is not null ? bySku.GetValueOrDefault(l.Sku) : byId.GetValueOrDefault(l.ProductId!.Value))).ToList();
        if (Names(sold, s => s.Product is null) is { Length: > 0 } unknown) throw SalesOrdersRules.ProductUnknown.Broken(unknown);
        if (Names(sold, s => !s.Product!.IsActive && !Had(s.Product)) is { Length: > 0 } inactive) throw SalesOrdersRules.ProductInactive.Broken(inactive);
        if (Names(sold, s => !s.Product!.IsSoldOn(day) && !Had(s.Product)) is { Length: > 0 } closed) throw CatalogueRules.NotSoldOn.Broken(closed, day);
        return [.. sold.Select(s => s.Product!)];

        bool Had(ProductSnapshot product) => changing?.Lines.Any(l => l.ProductId == product.Id) == true;
    }

    private static bool SellsMore(OrderContent content, Order order)
    {
        var before = order.Lines.GroupBy(l => l.Sku).ToDictionary(g => g.Key, g => g.Sum(l => (long)l.Quantity));
        return content.Lines.GroupBy(l => l.Sku ?? "").Any(g => g.Sum(l => (long)l.Quantity) > before.GetValueOrDefault(g.Key));
    }

    private async Task<List<ProductSnapshot>> Products(IReadOnlyList<OrderContent.Line> lines, CancellationToken ct)
    {
        var reads = SalesReads.Of(db);
        var skus = lines.Select(l => l.Sku).OfType<string>().Distinct().ToList();
        var ids = lines.Where(l => l.Sku is null).Select(l => new ProductId(l.ProductId!.Value)).Distinct().ToList();
        var found = skus.Count > 0 ? await reads.ProductsBySku(db, skus, ct) : [];
        if (ids.Count > 0) found.AddRange(await reads.ProductsById(db, ids, ct));
        return [.. found.DistinctBy(p => p.Id)];
    }

    // What the order has stays in it, also when the product was deleted since.
    private async Task<List<ProductSnapshot>> Gone(OrderContent content, Order changing, List<ProductSnapshot> found, CancellationToken ct)
    {
        var missing = content.Lines.Select(l => l.Sku).Except(found.Select(p => p.Sku)).ToHashSet();
        var ids = changing.Lines.Where(l => missing.Contains(l.Sku)).Select(l => l.ProductId).Distinct().ToList();
        return ids.Count == 0 ? [] : await SalesReads.ProductsWithDeleted(db, ids, ct);
    }

    private static string Names(List<(OrderContent.Line Line, ProductSnapshot? Product)> sold, Func<(OrderContent.Line Line, ProductSnapshot? Product), bool> which) =>
        string.Join(", ", sold.Where(which).Select(s => s.Line.Sku ?? s.Line.ProductId.ToString()).Distinct());
}
