using Crm.BuildingBlocks;
using Crm.Pricing;

namespace Crm.BuildingBlocks.Tests.Pricing;

/// <summary>Price books and requests of every shape, the same for the same seed.</summary>
internal sealed class RandomSales(int seed)
{
    private const int Skus = 12;
    private static readonly string[] Channels = ["web", "shop", "phone"];
    private static readonly string[] Groups = ["retail", "trade"];
    private static readonly string[] Categories = ["tea", "cups", "books"];
    private static readonly string[] Customers = ["0193e0d4-7c1a-7b3e-9f50-000000000001", "0193e0d4-7c1a-7b3e-9f50-000000000002"];
    private static readonly string[] Territories = ["0193e0d4-7c1a-7b3e-9f50-00000000000a", "0193e0d4-7c1a-7b3e-9f50-00000000000b"];
    private static readonly string[] Classes = ["full", "reduced", "none"];
    private readonly Random _random = new(seed);

    public string Currency { get; } = new[] { "EUR", "JPY", "BHD" }[seed % 3];

    private int Digits => Currencies.Digits(Currency);

    public PriceBook Book() => new()
    {
        Version = $"book-{seed}",
        Lists = [.. Enumerable.Range(0, _random.Next(0, 4)).Select(List)],
        Promotions = [.. Enumerable.Range(0, _random.Next(0, 9)).Select(Promotion)],
        Taxes = [new TaxRule("full", 0.19m), new TaxRule("full", 0.2m, Country: "FR"), new TaxRule("reduced", 0.07m), new TaxRule("none", 0m)],
        TaxRounding = Sometimes() ? TaxRounding.PerTotal : TaxRounding.PerLine,
        UsualTaxClass = "full",
        ShippingTaxClass = Sometimes() ? "full" : null,
    };

    public PriceRequest Request()
    {
        var lines = Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Line()).ToList();
        return new PriceRequest
        {
            Lines = lines,
            Currency = Currency,
            On = new DateOnly(2026, 6, 1).AddDays(_random.Next(30)),
            At = new TimeOnly(_random.Next(24), 0),
            Channel = Pick(Channels),
            CustomerGroup = Sometimes() ? Pick(Groups) : null,
            CustomerId = Sometimes() ? Guid.Parse(Pick(Customers)) : null,
            Territories = Sometimes() ? [] : [.. Territories.Take(_random.Next(1, 3))],
            Segments = Sometimes() ? ["vip"] : [],
            IsFirstOrder = Sometimes() ? null : Sometimes(),
            Country = Sometimes() ? "FR" : null,
            Basis = Sometimes() ? null : PriceBasis.Gross,
            Coupons = Sometimes() ? ["SPRING"] : ["SPRING", "NOBODY-KNOWS", "OF-A-BATCH"],
            CouponOf = new Dictionary<string, string> { ["OF-A-BATCH"] = $"promotion-{_random.Next(9)}" },
            Left = Sometimes() ? new Dictionary<string, decimal>() : Enumerable.Range(0, 9).Where(_ => Sometimes()).ToDictionary(i => $"promotion-{i}", _ => Money(10)),
            Withdrawn = Sometimes() ? new HashSet<string>() : [$"promotion-{_random.Next(9)}"],
            Points = Sometimes() ? 0 : _random.Next(1, 5000),
            Shipping = Sometimes() ? 0m : Money(20),
            Discount = Sometimes() ? new AgreedDiscount(Money(3)) : null,
        };
    }

    public PriceRequest Shuffled(PriceRequest request, out int[] places)
    {
        places = [.. Enumerable.Range(0, request.Lines.Count)];
        _random.Shuffle(places);
        return request with { Lines = [.. places.Select(p => request.Lines[p])] };
    }

    private PriceRequestLine Line()
    {
        var sku = _random.Next(Skus);
        return new PriceRequestLine
        {
            Sku = Sku(sku),
            Quantity = _random.Next(1, 30),
            ListPrice = Price(sku),
            Categories = [Categories[sku % 3]],
            TaxClass = Classes[sku % 3],
            Agreed = _random.Next(5) == 0 ? new AgreedPrice(Sometimes() ? Price(sku) : null, _random.Next(0, 40) / 100m, "promised", Sometimes() ? "head of sales" : null) : null,
        };
    }

    private PriceList List(int index) => new()
    {
        Code = $"list-{index}",
        Version = _random.Next(1, 5),
        Currency = Currency,
        Basis = _random.Next(3) == 0 ? PriceBasis.Gross : PriceBasis.Net,
        Priority = _random.Next(3),
        Scope = Scope(),
        Items = [.. Enumerable.Range(0, Skus).Where(_ => Sometimes()).SelectMany(Items)],
    };

    private IEnumerable<PriceItem> Items(int sku)
    {
        var price = Price(sku);
        yield return new PriceItem(Sku(sku), price, 1, Sometimes() ? Math.Round(price * 0.8m, 4) : null);
        if (Sometimes()) yield return new PriceItem(Sku(sku), Math.Round(price * 0.9m, 4), 10, Sometimes() ? Math.Round(price * 0.75m, 4) : null);
    }

    private Promotion Promotion(int index)
    {
        var (phase, action) = Action();
        return new Promotion
        {
            Code = $"promotion-{index}",
            Version = _random.Next(1, 5),
            Name = new Phrase("Offer", "优惠"),
            Phase = phase,
            Action = action,
            Lines = Sometimes() ? LineSelector.All : new LineSelector { Categories = [Pick(Categories)], ExceptSkus = [Sku(_random.Next(Skus))] },
            When = Sometimes() ? null : When(2),
            Scope = Scope(),
            Currency = Currency,
            Priority = _random.Next(3),
            ExclusiveGroup = Sometimes() ? null : "one-of-these",
            MostPerLine = _random.Next(4) == 0 ? Money(10) + 1m : null,
            MostPerOrder = _random.Next(4) == 0 ? Money(20) + 1m : null,
            Coupons = _random.Next(4) == 0 ? ["SPRING", "SUMMER"] : [],
            NeedsCode = _random.Next(6) == 0,
        };
    }

    private (PricePhase Phase, PromotionAction Action) Action() => _random.Next(13) switch
    {
        0 => (PricePhase.LinePromotions, new PercentOff(_random.Next(1, 101) / 100m)),
        1 => (PricePhase.LinePromotions, new AmountOff(Price(1) / 4m)),
        2 => (PricePhase.LinePromotions, new FixedPrice(Price(0))),
        3 => (PricePhase.LinePromotions, new BuyAndGet(_random.Next(1, 4), _random.Next(1, 3), Sometimes() ? 1m : 0.5m)),
        4 => (PricePhase.OrderPromotions, new PercentOff(_random.Next(1, 101) / 100m)),
        5 => (PricePhase.OrderPromotions, new AmountOff(Money(30) + 1m)),
        6 => (PricePhase.Vouchers, new Offset(Money(200) + 1m)),
        7 => (PricePhase.Vouchers, new PercentOff(0.1m)),
        10 => (PricePhase.LinePromotions, new BuyAndGet(_random.Next(1, 4), _random.Next(1, 4), 1m, new LineSelector { Categories = [Pick(Categories)] }, Sometimes() ? 3 : null)),
        11 => (PricePhase.Vouchers, new Offset(Money(50) + 1m, OffsetKind.Credit)),
        12 => (PricePhase.Vouchers, new Offset(Money(100) + 1m, OffsetKind.Points, 0.03m)),
        8 => (PricePhase.Gifts, new Gift("gift", 1, Sometimes() ? 5 : null, Sometimes() ? 2 : null)),
        _ => (PricePhase.Shipping, Sometimes() ? new FreeShipping() : new PercentOff(0.5m)),
    };

    private Condition When(int levels) => _random.Next(levels > 0 ? 15 : 12) switch
    {
        0 => new AmountAtLeast(Money(300), Sometimes() ? new LineSelector { Categories = [Pick(Categories)] } : null),
        1 => new QuantityAtLeast(_random.Next(1, 40)),
        2 => new InChannel([Pick(Channels)]),
        3 => new InCustomerGroup([Pick(Groups)]),
        4 => Sometimes() ? new InSegment(["vip"]) : new OnWeekdays([DayOfWeek.Monday, DayOfWeek.Friday]),
        5 => new BetweenTimes(new TimeOnly(20, 0), new TimeOnly(6, 0)),
        6 => new OfCustomers([Pick(Customers)]),
        7 => new InTerritory([Pick(Territories)]),
        8 => Sometimes() ? new InCountry(["FR"]) : new FirstOrder(),
        9 => new BetweenDays(new DateOnly(2026, 6, 5), new DateOnly(2026, 6, 20)),
        10 => new DifferentAtLeast(_random.Next(1, 5)),
        11 => new AmountPerUnitAtLeast(Money(60)),
        12 => new AllOf([When(levels - 1), When(levels - 1)]),
        13 => new AnyOf([When(levels - 1), When(levels - 1)]),
        _ => new Not(When(levels - 1)),
    };

    private PriceScope Scope() => new()
    {
        From = Sometimes() ? null : new DateOnly(2026, 6, 10),
        To = Sometimes() ? null : new DateOnly(2026, 6, 25),
        Channels = _random.Next(4) == 0 ? [Pick(Channels)] : [],
        CustomerGroups = _random.Next(4) == 0 ? [Pick(Groups)] : [],
        Territories = _random.Next(8) == 0 ? [Pick(Territories)] : [],
        Customers = _random.Next(8) == 0 ? [Pick(Customers)] : [],
    };

    private static string Sku(int index) => $"sku-{index}";

    private decimal Price(int sku) => Math.Round(((sku + 1) * 7m) + (_random.Next(0, 10_000) / 1000m), 4);

    private decimal Money(int most) => Math.Round(_random.Next(0, most * 1000) / 1000m, Digits, MidpointRounding.ToZero);

    private bool Sometimes() => _random.Next(2) == 0;

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
