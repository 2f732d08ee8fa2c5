using Crm.BuildingBlocks;

namespace Crm.Reporting.Persistence.Facts;

/// <summary>A confirmed order; what is known of it as a whole.</summary>
internal sealed class OrderFact : IOwned, IGenerated
{
    public required int Generation { get; init; }

    public required Guid OrderId { get; init; }

    public string Number { get; set; } = "";

    public Guid CustomerId { get; set; }

    public string Channel { get; set; } = "";

    /// <summary>The salesperson.</summary>
    public Guid? OwnerId { get; set; }

    public Guid? UnitId { get; set; }

    /// <summary>Where it is shipped to, as it was given.</summary>
    public string? Country { get; set; }

    public string? Region { get; set; }

    public string Currency { get; set; } = "";

    /// <summary>Business date by which it is counted.</summary>
    public DateOnly OrderedOn { get; set; }

    /// <summary>When the last of it was shipped; null until then.</summary>
    public DateOnly? ShippedOn { get; set; }

    /// <summary>A cancelled order stays as a fact but is counted nowhere.</summary>
    public DateOnly? CancelledOn { get; set; }

    /// <summary>Rounded to the currency's digits; known for the order only, not for its lines.</summary>
    public decimal Freight { get; set; }

    /// <summary>What the customer pays: nets, tax and freight.</summary>
    public decimal Payable { get; set; }
}
