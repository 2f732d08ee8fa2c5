namespace Crm.Reporting.Persistence.Facts;

/// <summary>Money that came in for an order, or was taken back by the bank.</summary>
internal sealed class PaymentFact : IGenerated
{
    public required int Generation { get; init; }

    public required Guid PaymentId { get; init; }

    public required Guid OrderId { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>Negative where the bank took it back.</summary>
    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required DateOnly PaidOn { get; init; }
}

/// <summary>What left the warehouse of one line of an order in one shipment.</summary>
internal sealed class ShipmentFact : IGenerated
{
    public required int Generation { get; init; }

    public required Guid ShipmentId { get; init; }

    public required Guid LineId { get; init; }

    public required Guid OrderId { get; init; }

    public required Guid ProductId { get; init; }

    public required int Quantity { get; init; }

    public required string? Carrier { get; init; }

    public required DateOnly ShippedOn { get; init; }

    /// <summary>Nothing of the order was left to ship afterwards.</summary>
    public required bool CompletesOrder { get; init; }
}

/// <summary>What is to be reached in one month.</summary>
internal sealed class TargetFact : IGenerated
{
    public required int Generation { get; init; }

    public required Guid TargetId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    public Guid PlanId { get; set; }

    public string PlanName { get; set; } = "";

    /// <summary><c>netSales</c>, <c>orders</c> or <c>units</c>.</summary>
    public string Metric { get; set; } = "";

    /// <summary><c>company</c>, <c>person</c> or <c>channel</c>.</summary>
    public string ScopeKind { get; set; } = "";

    public string? ScopeKey { get; set; }

    public string? Currency { get; set; }

    public decimal Value { get; set; }

    public int SourceVersion { get; set; }
}
