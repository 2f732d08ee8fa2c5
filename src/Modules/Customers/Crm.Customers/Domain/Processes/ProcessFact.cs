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

    /// <summary>Whether nothing more comes of an order, by all that was told of it: it was cancelled, or its last quote expired.</summary>
    public static bool CameToNothing(IEnumerable<ProcessFact> ofOrder)
    {
        var told = ofOrder.OrderBy(f => f.OccurredAt).ToList();
        return told.Exists(f => f.Kind == SalesFact.OrderCancelled)
            || told.FindLast(f => f.Kind is SalesFact.QuoteSent or SalesFact.QuoteExpired or SalesFact.OrderSubmitted or SalesFact.OrderConfirmed) is { Kind: SalesFact.QuoteExpired };
    }

    public object? ValueOf(string field) => field switch
    {
        KnownFields.Amount => Amount,
        KnownFields.BalanceAfter => BalanceAfter,
        KnownFields.IsComplete => IsComplete,
        _ => null,
    };
}
