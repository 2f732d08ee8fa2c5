using Crm.BuildingBlocks;
using Crm.Pricing;

namespace Crm.BuildingBlocks.Tests.Pricing;

/// <summary>Short words for the examples.</summary>
internal static class Priced
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static PriceRequestLine Line(string sku, int quantity, decimal? listPrice = null, AgreedPrice? agreed = null, string? taxClass = null) =>
        new() { Sku = sku, Quantity = quantity, ListPrice = listPrice, Agreed = agreed, TaxClass = taxClass };

    public static PriceRequest Order(params PriceRequestLine[] lines) => new() { Lines = lines, Currency = "EUR", On = Today };

    public static PriceList List(string code, params PriceItem[] items) => new() { Code = code, Version = 1, Currency = "EUR", Items = items };

    public static Promotion Promotion(PricePhase phase, PromotionAction action, string code = "offer") => new()
    {
        Code = code,
        Version = 3,
        Name = new Phrase("Offer", "优惠"),
        Phase = phase,
        Action = action,
        Currency = "EUR",
    };

    public static PricedOrder By(this PriceRequest request, PriceBook book) => PriceEngine.Price(request, CompiledPriceBook.Of(book));

    public static PricedOrder By(this PriceRequest request, params Promotion[] promotions) => request.By(new PriceBook { Promotions = promotions });
}
