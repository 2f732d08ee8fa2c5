using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>What a caller says about an order, when placing it and when changing a draft.</summary>
internal abstract record OrderContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "orders";

    public required Guid CustomerId { get; init; }

    /// <summary>ISO 4217; of every amount of the order.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>Code of the channel it comes by.</summary>
    public string Channel { get; init; } = FirstChannels.Web;

    /// <summary>What the customer calls the order.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The user the sale is credited to; left out, a person who places it.</summary>
    public Guid? SalespersonId { get; init; }

    /// <summary>Business date by which reports count it; left out, today in the caller's zone.</summary>
    public DateOnly? OrderedOn { get; init; }

    public DateOnly? RequiredOn { get; init; }

    public Address? ShipTo { get; init; }

    /// <summary>Code of the warehouse that serves it; left out, that of the reservation, else the one that serves the channel.</summary>
    public string? Warehouse { get; init; }

    /// <summary>The reservation whose units it takes when it is confirmed.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>Confirming takes what is there and lets the rest wait for goods to come in, instead of being refused.</summary>
    public bool AllowBackOrder { get; init; }

    /// <summary>Whether it goes further than it is paid; left out, as the company has it.</summary>
    public PaymentPolicy? PaymentPolicy { get; init; }

    /// <summary>Charged for shipping, in whole digits of the currency.</summary>
    public decimal Freight { get; init; }

    /// <summary>An amount off the whole order, in whole digits of the currency.</summary>
    public decimal Discount { get; init; }

    /// <summary>Why the discount is given; needed, with the permission, to go below a floor price.</summary>
    public string? DiscountReason { get; init; }

    /// <summary>Codes of vouchers that the customer shows. One that gives nothing is refused.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    /// <summary>Points of the customer that may be used where a promotion takes them; as few are used as are needed.</summary>
    public long Points { get; init; }

    /// <summary>The hash of a price quote: another price than that one is refused.</summary>
    public string? PriceHash { get; init; }

    /// <summary>The same body, saying what there is now.</summary>
    public OrderContent Saying(Order o) => this with
    {
        CustomerId = o.CustomerId,
        Currency = o.Currency,
        Lines = [.. Asked(o).Select(l => new Line(l.Quantity, l.Sku, null, l.PriceIsAgreed ? l.UnitPrice : null, l.DiscountRate, l.PriceReason))],
        Channel = o.Channel,
        CustomerReference = o.CustomerReference,
        SalespersonId = o.OwnerId,
        OrderedOn = o.OrderedOn,
        RequiredOn = o.RequiredOn,
        ShipTo = Address.Of(o.ShipTo),
        Warehouse = o.Warehouse,
        ReservationId = o.ReservationId,
        AllowBackOrder = o.AllowsBackOrder,
        PaymentPolicy = o.PaymentPolicy,
        Freight = o.FreightAsked,
        Discount = o.Discount,
        DiscountReason = o.DiscountReason,
        Coupons = o.Coupons ?? [],
        Points = o.Points,
    };

    /// <summary>Whether it asks for nothing but what the order already is. Where leaving out means "as it is at the moment", leaving out is the same.</summary>
    public bool IsSaidBy(Order o) =>
        (CustomerId, Currency, Channel, CustomerReference) == (o.CustomerId, o.Currency, o.Channel, o.CustomerReference)
        && (RequiredOn, Freight, Discount, Points) == (o.RequiredOn, o.FreightAsked, o.Discount, o.Points)
        && (PaymentPolicy ?? o.PaymentPolicy, DiscountReason) == (o.PaymentPolicy, o.DiscountReason) && Coupons.SequenceEqual(o.Coupons ?? [])
        && (SalespersonId ?? o.OwnerId, OrderedOn ?? o.OrderedOn) == (o.OwnerId, o.OrderedOn)
        && (Warehouse ?? o.Warehouse, ReservationId, AllowBackOrder) == (o.Warehouse, o.ReservationId, o.AllowsBackOrder)
        && OrderTermsReader.ToShipTo(ShipTo) == o.ShipTo
        && Lines.Count == Asked(o).Count()
        && Lines.Zip(Asked(o)).All(pair => pair.First.IsSaidBy(pair.Second));

    private static IEnumerable<OrderLine> Asked(Order order) => order.Lines.Where(l => !l.IsGift && l.Quantity > 0).OrderBy(l => l.Position);

    /// <param name="Quantity">Units.</param>
    /// <param name="Sku">Of the product; or give its id.</param>
    /// <param name="ProductId">Of the product; or give its SKU.</param>
    /// <param name="UnitPrice">Before discount, up to eight decimals; left out, that of the price lists. Promotions pass by a line whose price or rate is given.</param>
    /// <param name="DiscountRate">Fraction from 0 to 1, up to four decimals.</param>
    /// <param name="PriceReason">Why price or rate are given; needed, with the permission, to go below a floor price.</param>
    internal sealed record Line(
        int Quantity, string? Sku = null, Guid? ProductId = null, decimal? UnitPrice = null, decimal DiscountRate = 0m, string? PriceReason = null)
    {
        internal bool HasOwnPrice => UnitPrice is not null || DiscountRate != 0m;

        public bool IsSaidBy(OrderLine l) =>
            (Quantity, Sku ?? l.Sku, ProductId ?? l.ProductId.Value, UnitPrice ?? l.UnitPrice, DiscountRate) == (l.Quantity, l.Sku, l.ProductId.Value, l.UnitPrice, l.DiscountRate);
    }

    /// <summary>Where goods go. Usually what the customer said of itself, and so hidden from whoever may not see that.</summary>
    internal sealed record Address(
        [property: MaskedAs(CustomerFields.Name)] string? Name = null,
        [property: MaskedAs(CustomerFields.Street)] string? Street = null,
        [property: MaskedAs(CustomerFields.City)] string? City = null,
        [property: MaskedAs(CustomerFields.Region)] string? Region = null,
        [property: MaskedAs(CustomerFields.PostalCode)] string? PostalCode = null,
        [property: MaskedAs(CustomerFields.Country)] string? Country = null)
    {
        public static Address Of(ShipTo to) => new(to.Name, to.Street, to.City, to.Region, to.PostalCode, to.Country);
    }
}

/// <summary>What came of a command on an order.</summary>
internal sealed record OrderSaved(Guid Id, string Number, OrderStatus Status, decimal Gross, string Currency, int Version)
{
    public static OrderSaved Of(Order order) => new(order.Id.Value, order.Number, order.Status, order.Gross, order.Currency, order.Version);
}

internal abstract class OrderContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : OrderContent
{
    protected OrderContentValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.Channel).NotEmpty().MaximumLength(Columns.Code);
        RuleFor(c => c.CustomerReference).MaximumLength(Columns.Reference);
        RuleFor(c => c.OrderedOn).IsBusinessDate();
        RuleFor(c => c.RequiredOn).IsBusinessDate();
        RuleFor(c => c.PaymentPolicy).IsInEnum();
        RuleFor(c => c.Warehouse).MaximumLength(Columns.Code);
        RuleFor(c => c.Freight).IsAmount(c => c.Currency);
        RuleFor(c => c.Discount).IsAmount(c => c.Currency);
        RuleFor(c => c.DiscountReason).MaximumLength(Columns.Reason);
        RuleFor(c => c.Coupons).Must(coupons => coupons.Count <= Limits.MostCoupons).WithPhrase(PublicationPhrases.TooMany);
        RuleForEach(c => c.Coupons).IsPublicationCode();
        RuleFor(c => c.Points).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(c => c.PriceHash).MaximumLength(PriceToken.Longest);
        RuleFor(c => c.Lines).NotEmpty().Must(lines => lines.Count <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleForEach(c => c.Lines).ChildRules(LineRules);
        RuleFor(c => c.ShipTo!).SetValidator(new AddressValidator()).When(c => c.ShipTo is not null);
    }

    private static void LineRules(InlineValidator<OrderContent.Line> line)
    {
        line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits);
        line.RuleFor(l => l.Sku).Must((l, _) => l.Sku is null != l.ProductId is null).WithPhrase(InputPhrases.SkuOrId);
        line.RuleFor(l => l.Sku).MaximumLength(Columns.Sku);
        line.RuleFor(l => l.UnitPrice).IsUnitPrice();
        line.RuleFor(l => l.DiscountRate).IsDiscountRate();
        line.RuleFor(l => l.PriceReason).MaximumLength(Columns.Reason);
    }
}

internal sealed class AddressValidator : AbstractValidator<OrderContent.Address>
{
    public AddressValidator()
    {
        RuleFor(a => a.Name).MaximumLength(Columns.Name);
        RuleFor(a => a.Street).MaximumLength(Columns.Street);
        RuleFor(a => a.City).MaximumLength(Columns.Place);
        RuleFor(a => a.Region).MaximumLength(Columns.Place);
        RuleFor(a => a.PostalCode).MaximumLength(Columns.Place);
        RuleFor(a => a.Country).IsCountry();
    }
}
