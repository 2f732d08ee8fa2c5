namespace Crm.Reporting.Persistence.Facts;

/// <summary>What was credited of one line of an order by one refund.</summary>
internal sealed class RefundFact : IGenerated
{
    public required int Generation { get; init; }

    public required Guid RefundId { get; init; }

    public required Guid LineId { get; init; }

    public required Guid OrderId { get; init; }

    public required Guid ProductId { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Net and tax, in whole digits of the currency.</summary>
    public required decimal Amount { get; init; }

    public required DateOnly SettledOn { get; init; }
}
