using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Money that came in for an order. Never changed, except that the reference goes when the customer is erased.</summary>
internal sealed class Payment
{
    private Payment()
    {
    }

    public Payment(decimal amount, DateOnly paidOn, string? method, string? reference, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Amount, PaidOn, Method, Reference, RecordedAt) = (amount, paidOn, method, reference, now);
    }

    public Guid Id { get; private set; }

    /// <summary>More than zero, in whole digits of the order's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly PaidOn { get; private set; }

    public string? Method { get; private set; }

    /// <summary>What the bank or the provider calls it.</summary>
    [PersonalInCopies]
    public string? Reference { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
