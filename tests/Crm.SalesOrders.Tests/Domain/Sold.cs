using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;

namespace Crm.SalesOrders.Tests.Domain;

/// <summary>Products, stock and terms out of nothing.</summary>
internal static class Sold
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly Booking Paid = new(Today, "transfer", Reference: null, Now);

    public static ProductSnapshot Product(string sku, decimal price = 10m) =>
        new(new ProductId(Guid.CreateVersion7()), sku, $"Product {sku}", "Beverages", "bottle", price, "EUR", 6m, IsActive: true);

    public static OrderTerms Terms(params LineTerms[] lines) => new()
    {
        CustomerId = Guid.CreateVersion7(),
        Channel = FirstChannels.Web,
        Currency = "EUR",
        OrderedOn = Today,
        Lines = lines,
    };

    public static LineTerms Line(ProductSnapshot product, int quantity, decimal discountRate = 0m) => new(product, quantity, product.ListPrice, discountRate);

    /// <summary>The same with two tax rates and tax on shipping, rounded in one of the ways.</summary>
    public static OrderTerms Taxed(OrderTerms terms, Random random)
    {
        var book = new PriceBook
        {
            Taxes = [new TaxRule("full", 0.19m), new TaxRule("reduced", 0.07m)],
            TaxRounding = random.Next(2) == 0 ? TaxRounding.PerLine : TaxRounding.PerTotal,
            ShippingTaxClass = "full",
        };
        var request = new PriceRequest
        {
            Lines = [.. terms.Lines.Select((l, i) => new PriceRequestLine
            {
                Sku = l.Product.Sku,
                Quantity = l.Quantity,
                TaxClass = i % 2 == 0 ? "full" : "reduced",
                Agreed = new AgreedPrice(l.UnitPrice, l.DiscountRate),
            })],
            Currency = terms.Currency,
            On = terms.OrderedOn,
            Basis = random.Next(2) == 0 ? PriceBasis.Net : PriceBasis.Gross,
            Shipping = terms.Freight,
            Discount = new AgreedDiscount(terms.Discount),
        };
        return terms with { Priced = PriceEngine.Price(request, CompiledPriceBook.Of(book)) };
    }

    /// <summary>The stock of these products, each with so many units.</summary>
    public static LockedStock Stock(params (ProductSnapshot Product, int OnHand)[] levels) => new(
        levels.Select(l => l.Product.Id).ToHashSet(),
        [
            .. levels.Select(l =>
            {
                var level = new StockLevel(l.Product.Id, l.Product.Sku, Warehouses.Default);
                level.Count(l.OnHand, Today, Now);
                return level;
            }),
        ],
        Warehouses.Default);
}
