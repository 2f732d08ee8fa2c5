using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>What an order is to be: everything that was agreed, before it has a number or a state.</summary>
internal sealed record OrderTerms
{
    public required Guid CustomerId { get; init; }

    public string? CustomerReference { get; init; }

    public required SalesChannel Channel { get; init; }

    /// <summary>The salesperson, whose order it is.</summary>
    public Guid? OwnerId { get; init; }

    public Guid? UnitId { get; init; }

    public required string Currency { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public DateOnly? RequiredOn { get; init; }

    public ShipTo ShipTo { get; init; } = ShipTo.Nowhere;

    /// <summary>Code of the warehouse that serves it.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>The reservation whose units it takes when it is confirmed.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>Confirming takes what is there; the rest waits for goods to come in.</summary>
    public bool AllowsBackOrder { get; init; }

    /// <summary>Not negative, in whole digits of the currency.</summary>
    public decimal Freight { get; init; }

    /// <summary>An amount off the whole order, allocated to the lines; not more than their nets.</summary>
    public decimal Discount { get; init; }

    public required IReadOnlyList<LineTerms> Lines { get; init; }

    /// <summary>Whether there are rules by which its confirmation may have to be approved.</summary>
    public bool MayNeedApproval { get; init; }
}

/// <param name="Product">As it is now: the line keeps a copy.</param>
/// <param name="Quantity">Units, at least one.</param>
/// <param name="UnitPrice">Before discount, up to eight decimals.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
internal sealed record LineTerms(ProductSnapshot Product, int Quantity, decimal UnitPrice, decimal DiscountRate);

/// <summary>Where the goods go, copied from whoever said so at the time.</summary>
internal sealed record ShipTo
{
    public static readonly ShipTo Nowhere = new();

    /// <summary>What reports count by, and nothing that leads to a door.</summary>
    public ShipTo WithoutPerson() => Nowhere with { Region = Region, Country = Country };

    [PersonalInCopies]
    public string? Name { get; init; }

    [Personal]
    public string? Street { get; init; }

    [PersonalInCopies]
    public string? City { get; init; }

    public string? Region { get; init; }

    [PersonalInCopies]
    public string? PostalCode { get; init; }

    public string? Country { get; init; }
}
