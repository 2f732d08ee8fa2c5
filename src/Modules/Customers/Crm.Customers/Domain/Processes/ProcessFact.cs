namespace Crm.Customers.Domain.Processes;

/// <summary>Something that sales told of a customer, kept because a process may come to wait for it only later.</summary>
internal sealed class ProcessFact
{
    /// <summary>Of the message: the same however often it is delivered.</summary>
    public Guid Id { get; init; }

    public CustomerId CustomerId { get; init; }

    public SalesFact Kind { get; init; }

    public Guid OrderId { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>In the order's currency, where the fact is about money.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What the order still owes, where the fact says so.</summary>
    public decimal? BalanceAfter { get; init; }

    /// <summary>Nothing of its kind is left to come, where the fact says so.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>The name by which waits name it.</summary>
    public bool Is(string name) => string.Equals(Kind.ToString(), name, StringComparison.OrdinalIgnoreCase);

    public object? ValueOf(string field) => field switch
    {
        KnownFields.Amount => Amount,
        KnownFields.BalanceAfter => BalanceAfter,
        KnownFields.IsComplete => IsComplete,
        _ => null,
    };
}
