using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Figures;

/// <summary>What is said of an order when it becomes binding and whenever it changes afterwards.</summary>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Number">Human number.</param>
/// <param name="Channel">Code.</param>
/// <param name="OrderedOn">Business date.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Gross">What the customer pays.</param>
/// <param name="Net">Without tax and shipping.</param>
/// <param name="Margin">Net less cost; null where the cost of a line is not known.</param>
/// <param name="BookCurrency">Of the company's books; null where nobody said.</param>
/// <param name="BookRate">Its units for one unit of the currency; null where no rate was known.</param>
internal sealed record OrderFacts(
    CustomerId CustomerId, string Number, string Channel, DateOnly OrderedOn, string Currency, decimal Gross, decimal Net, decimal? Margin, string? BookCurrency, decimal? BookRate);

/// <summary>Where and when something was recorded.</summary>
/// <param name="Version">Position in the stream of the order.</param>
/// <param name="At">When.</param>
/// <param name="Today">The company's business day then: the date of what carries none of its own.</param>
internal readonly record struct Recorded(int Version, DateTimeOffset At, DateOnly Today);

/// <summary>A document of an order and what it changes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the document.</param>
/// <param name="On">Business date.</param>
/// <param name="Amount">As people read it.</param>
/// <param name="Received">By how much more of the customer's money is here.</param>
/// <param name="Number">Of the document.</param>
internal sealed record OrderDocument(TransactionKind Kind, Guid Id, DateOnly On, decimal? Amount = null, decimal Received = 0m, string? Number = null);

/// <summary>
/// The thin copy of one order, from which the lines of its customer follow. It goes with the stream of the order: what is not newer than
/// what it knows is ignored, so that whatever is told twice is written once.
/// </summary>
internal sealed class OrderAccount
{
    private OrderAccount()
    {
    }

    public Guid OrderId { get; private set; }

    public CustomerId CustomerId { get; private set; }

    /// <summary>Null until the order is confirmed.</summary>
    public string? Number { get; private set; }

    public string? Channel { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Business date; null until the order is confirmed: money may come before.</summary>
    public DateOnly? OrderedOn { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    /// <summary>As it was sold, before anything was credited.</summary>
    public decimal Gross { get; private set; }

    public decimal Net { get; private set; }

    public decimal? Margin { get; private set; }

    /// <summary>Of what it came to, taken back for goods, shipping or goodwill; what was written off is not.</summary>
    public decimal Credited { get; private set; }

    /// <summary>Counted as sold so far: the sum of what its lines changed.</summary>
    public decimal CountedNet { get; private set; }

    /// <summary>Counted as earned so far; nothing while the cost is not known.</summary>
    public decimal CountedMargin { get; private set; }

    /// <summary>What the customer has to pay in the end.</summary>
    public decimal Owed { get; private set; }

    public string? BookCurrency { get; private set; }

    public decimal? BookRate { get; private set; }

    /// <summary>Position of the last event that is contained.</summary>
    public int SourceVersion { get; private set; }

    public static OrderAccount Of(Guid orderId, CustomerId customerId, string currency) => new() { OrderId = orderId, CustomerId = customerId, Currency = currency };

    /// <summary>Whether it is news; from then on it is not.</summary>
    public bool Takes(Recorded recorded)
    {
        if (recorded.Version <= SourceVersion) return false;
        SourceVersion = recorded.Version;
        return true;
    }

    public CustomerTransaction Confirm(OrderFacts facts, Recorded recorded)
    {
        Describe(facts);
        (Gross, Net, Margin, Owed) = (facts.Gross, facts.Net, facts.Margin, facts.Gross);
        return Line(new OrderDocument(TransactionKind.Order, OrderId, facts.OrderedOn, facts.Gross), recorded, owed: facts.Gross);
    }

    /// <summary>The difference counts from the day on which the order was changed: what was true before stays true of the days before.</summary>
    public CustomerTransaction Change(OrderFacts facts, Guid changeId, Recorded recorded)
    {
        var more = facts.Gross - Gross;
        Describe(facts);
        (Gross, Net, Margin, Owed) = (facts.Gross, facts.Net, facts.Margin, Owed + more);
        return Line(new OrderDocument(TransactionKind.OrderChange, changeId, recorded.Today, more), recorded, owed: more);
    }

    /// <summary>Nothing is owed any more, whatever was credited before.</summary>
    /// <param name="on">Business date.</param>
    /// <param name="recorded">When.</param>
    /// <returns>Null where the order had never counted.</returns>
    public CustomerTransaction? Cancel(DateOnly on, Recorded recorded)
    {
        if (OrderedOn is null || CancelledOn is not null) return null;
        CancelledOn = on;
        var owed = Owed;
        Owed = 0m;
        return Line(new OrderDocument(TransactionKind.Cancellation, OrderId, on, -owed), recorded, -owed);
    }

    /// <summary>Another amount is owed. Of what was sold as much less counts as the order had of it in what it came to, unless money is given up.</summary>
    /// <returns>Null where nothing changed, as after a cancellation, when nothing is owed anyhow.</returns>
    public CustomerTransaction? Owe(decimal owed, TransactionKind kind, Guid documentId, DateOnly on, Recorded recorded)
    {
        if (CancelledOn is not null || owed == Owed) return null;
        var change = owed - Owed;
        Owed = owed;
        var document = new OrderDocument(kind, documentId, on, kind == TransactionKind.Recovery ? change : -change);
        if (kind == TransactionKind.Credit) Credited -= change;
        return Line(document, recorded, change);
    }

    /// <summary>Begins again, to be told everything anew.</summary>
    public void Forget()
    {
        (OrderedOn, CancelledOn) = (null, null);
        (Gross, Net, Margin, Owed, Credited, CountedNet, CountedMargin) = (0m, 0m, null, 0m, 0m, 0m, 0m);
    }

    public CustomerTransaction Add(OrderDocument document, Recorded recorded) => Line(document, recorded, owed: 0m);

    private void Describe(OrderFacts facts)
    {
        (CustomerId, Number, Channel, OrderedOn, Currency) = (facts.CustomerId, facts.Number, facts.Channel, facts.OrderedOn, facts.Currency);
        (BookCurrency, BookRate) = (facts.BookCurrency, facts.BookRate);
    }

    // What counts is rounded as a whole, so that many small credits come to the same as one.
    private decimal Counting(decimal whole) => OrderedOn is null || CancelledOn is not null || Gross == 0m ? 0m : Currencies.Round(whole * (Gross - Credited) / Gross, Currency);

    private CustomerTransaction Line(OrderDocument document, Recorded recorded, decimal owed)
    {
        var (net, margin) = (Counting(Net) - CountedNet, Counting(Margin ?? 0m) - CountedMargin);
        (CountedNet, CountedMargin) = (CountedNet + net, CountedMargin + margin);
        return new CustomerTransaction
        {
            Id = Guid.CreateVersion7(recorded.At),
            CustomerId = CustomerId,
            OrderId = OrderId,
            Kind = document.Kind,
            DocumentId = document.Id,
            DocumentNumber = document.Number,
            On = document.On,
            RecordedAt = recorded.At,
            Currency = Currency,
            Amount = document.Amount,
            OwedChange = owed,
            ReceivedChange = document.Received,
            NetChange = net,
            MarginChange = margin,
            SourceVersion = recorded.Version,
        }.Belongs(this);
    }
}
