using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Loyalty;

namespace Crm.SalesOrders.Domain;

/// <summary>
/// Money of a customer, from its authorisation to its return. What happened is kept as entries that are only added; every sum and state
/// follows from them, whichever came first.
/// </summary>
/// <remarks>
/// Changed only while the orders it concerns are locked: an order's own sums are the other side of the same entries. What somebody here does is
/// checked against what is left; what a provider reports has happened and is recorded as it is.
/// </remarks>
internal sealed class Payment : AggregateRoot
{
    private readonly List<PaymentEntry> _entries = [];
    private IReadOnlyCollection<Guid> _family = [];

    private Payment()
    {
    }

    public Payment(Guid customerId, string currency, DateTimeOffset now, ProviderPayment? provider = null)
    {
        Id = new PaymentId(Guid.CreateVersion7());
        (CustomerId, Currency, RecordedAt) = (customerId, currency, now);
        (Provider, ProviderReference) = (provider?.Provider, provider?.Reference);
    }

    public PaymentId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public Guid CustomerId { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Who handles it for the company; null for money that came in directly.</summary>
    public string? Provider { get; private set; }

    /// <summary>The provider's key of the payment; unique for the provider. Of somebody who was erased, what stands for it.</summary>
    [PersonalInCopies]
    public string? ProviderReference { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public decimal Authorised { get; private set; }

    public decimal Captured { get; private set; }

    public decimal Voided { get; private set; }

    public decimal Refunded { get; private set; }

    public decimal ChargedBack { get; private set; }

    public PaymentRecordState State { get; private set; }

    /// <summary>Authorised and neither captured nor given back.</summary>
    public decimal Open => Math.Max(0m, Authorised - Captured - Voided);

    public IReadOnlyList<PaymentEntry> Entries => _entries;

    /// <summary>The way it came, unless somebody says another one of what happens later.</summary>
    private string? Method => _entries.OrderBy(e => e.RecordedAt).Select(e => e.Method).FirstOrDefault(m => m is not null);

    /// <summary>Captured for the order and still here.</summary>
    public decimal LeftOf(OrderId order) => _entries.Where(e => e.OrderId == order).Sum(e => e.Kind switch
    {
        PaymentEntryKind.Capture => e.Amount,
        PaymentEntryKind.Refund or PaymentEntryKind.ChargeBack => -e.Amount,
        _ => 0m,
    });

    /// <summary>Captures of what was authorised, all that is left unless an amount is given.</summary>
    public PaymentEntry CaptureAuthorised(Order order, decimal? amount, Booking booking)
    {
        if (Open == 0m || amount > Open) throw SalesOrdersRules.CaptureTooLarge.Broken(Open, Currency);
        return Book(order, PaymentEntryKind.Capture, amount ?? Open, booking);
    }

    /// <summary>Gives back the right to capture what is left.</summary>
    public PaymentEntry VoidRest(Order order, Booking booking) =>
        Open > 0m ? Book(order, PaymentEntryKind.Void, Open, booking) : throw SalesOrdersRules.NothingAuthorised.Broken();

    /// <summary>The bank took back what had been captured, all of it unless an amount is given.</summary>
    public PaymentEntry ChargeBack(Order order, decimal? amount, Booking booking)
    {
        var left = LeftOf(order.Id);
        if (left <= 0m || amount > left) throw SalesOrdersRules.ChargeBackTooLarge.Broken(left, Currency);
        return Book(order, PaymentEntryKind.ChargeBack, amount ?? left, booking);
    }

    /// <summary>How money goes back: what was paid with points comes back as points, whichever way the rest goes.</summary>
    public Booking Back(Booking booking) => Provider == PointsDue.Method ? booking with { Method = Provider, Reference = null } : booking;

    /// <summary>Those who were found to be the one that pays: their orders are paid by it, too.</summary>
    public Payment By(IReadOnlyCollection<Guid> family)
    {
        _family = family;
        return this;
    }

    /// <summary>Adds an entry here and its effect to the order.</summary>
    public PaymentEntry Book(Order order, PaymentEntryKind kind, decimal amount, Booking booking, RefundId? refundId = null)
    {
        RequireFits(order, kind, amount);
        if (PointsDue.IsMethod(booking.Method) && Provider != PointsDue.Method) throw SalesOrdersRules.PointsAreNoMethod.Broken();
        var openBefore = Open;
        var entry = new PaymentEntry(Version == 0 ? Id.Value : Guid.CreateVersion7(), order.Id, kind, amount, booking with { Method = booking.Method ?? Method }, refundId);
        _entries.Add(entry);
        Count(kind, amount);
        Derive();
        order.Book(entry, Open - openBefore);
        Raise(new PaymentEntryWasBooked(entry));
        return entry;
    }

    /// <summary>Forgets what the provider called it, which may be the customer's words; what it reports later still finds it.</summary>
    /// <param name="standsForIt">Found again by who knows the key.</param>
    public void Anonymise(string standsForIt)
    {
        if (ProviderReference == standsForIt) return;
        ProviderReference = standsForIt;
        Raise(new PaymentWasAnonymised());
    }

    private void RequireFits(Order order, PaymentEntryKind kind, decimal amount)
    {
        if (order.Currency != Currency) throw SalesOrdersRules.PaymentCurrencyDiffers.Broken(Currency, order.Number, order.Currency);
        // What was paid while two were one customer is still given back when they are two again.
        if (order.CustomerId != CustomerId && !_family.Contains(order.CustomerId) && !_entries.Exists(e => e.OrderId == order.Id))
            throw SalesOrdersRules.PaymentOfOtherCustomer.Broken(order.Number);
        if (Currencies.Round(amount, Currency) != amount) throw SalesOrdersRules.AmountNotWhole.Broken(amount, Currency, Currencies.Digits(Currency));
        // An authorisation belongs to one order: what is captured of it elsewhere could not be taken off anywhere.
        var isBound = kind is PaymentEntryKind.Authorise or PaymentEntryKind.Void || Authorised > 0m || Voided > 0m;
        if (isBound && _entries.Exists(e => e.OrderId != order.Id)) throw SalesOrdersRules.PaymentOfOtherOrder.Broken(order.Number);
    }

    private void Count(PaymentEntryKind kind, decimal amount)
    {
        switch (kind)
        {
            case PaymentEntryKind.Authorise: Authorised += amount; break;
            case PaymentEntryKind.Capture: Captured += amount; break;
            case PaymentEntryKind.Void: Voided += amount; break;
            case PaymentEntryKind.Refund: Refunded += amount; break;
            case PaymentEntryKind.ChargeBack: ChargedBack += amount; break;
            case PaymentEntryKind.Fail: break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry.");
        }
    }

    private void Derive() => State = this switch
    {
        { ChargedBack: > 0m } when ChargedBack >= Captured => PaymentRecordState.ChargedBack,
        { Refunded: > 0m } when Refunded + ChargedBack >= Captured => PaymentRecordState.Refunded,
        { Refunded: > 0m } => PaymentRecordState.PartlyRefunded,
        { Captured: > 0m, Open: > 0m } => PaymentRecordState.PartlyCaptured,
        { Captured: > 0m } => PaymentRecordState.Captured,
        { Open: > 0m } => PaymentRecordState.Authorised,
        { Voided: > 0m } => PaymentRecordState.Voided,
        _ => PaymentRecordState.Failed,
    };
}

/// <param name="Provider">Who handles payments for the company, as a short name.</param>
/// <param name="Reference">Its key of the payment.</param>
internal sealed record ProviderPayment(string Provider, string Reference);

internal sealed record PaymentWasAnonymised : DomainEvent;

internal sealed record PaymentEntryWasBooked(PaymentEntry Entry) : DomainEvent;
