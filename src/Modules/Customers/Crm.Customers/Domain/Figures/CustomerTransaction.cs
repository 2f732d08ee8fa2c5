namespace Crm.Customers.Domain.Figures;

/// <summary>
/// One line of the time line of a customer. What it changes is written with it and dated, so that every total as of a day is a sum of the
/// lines up to that day. It carries no personal values.
/// </summary>
internal sealed class CustomerTransaction
{
    public Guid Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required Guid OrderId { get; init; }

    /// <summary>Null until the order is confirmed.</summary>
    public string? OrderNumber { get; private set; }

    public required TransactionKind Kind { get; init; }

    /// <summary>Of the order, payment, refund, return, invoice or delivery that it stands for.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Of an invoice or credit note.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When Sales Orders recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required string Currency { get; init; }

    /// <summary>As people read it; null where it is no question of money.</summary>
    public decimal? Amount { get; init; }

    /// <summary>By how much more is owed.</summary>
    public decimal OwedChange { get; init; }

    /// <summary>By how much more of the customer's money is here: payments less what went back.</summary>
    public decimal ReceivedChange { get; init; }

    /// <summary>By how much more was sold, without tax and shipping. A write-off does not change it.</summary>
    public decimal NetChange { get; init; }

    /// <summary>By how much more was earned: net less cost. An order of which the cost is not known counts nothing.</summary>
    public decimal MarginChange { get; init; }

    /// <summary>The currency of the company's books into which the order froze a rate.</summary>
    public string? BookCurrency { get; private set; }

    /// <summary>Its units for one unit of <see cref="Currency"/>; null: none was known.</summary>
    public decimal? BookRate { get; private set; }

    /// <summary>Position of the event in the stream of the order.</summary>
    public required int SourceVersion { get; init; }

    /// <summary>Takes from the order what is the same for all of its lines.</summary>
    public CustomerTransaction Belongs(OrderAccount order)
    {
        (OrderNumber, BookCurrency, BookRate) = (order.Number, order.BookCurrency, order.BookRate);
        return this;
    }
}
