using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Accounting;

/// <summary>What a document means to the books. Never changed; its debits are its credits.</summary>
internal sealed class JournalEntry : AggregateRoot
{
    private readonly List<JournalLine> _lines = [];

    private JournalEntry()
    {
    }

    /// <param name="number">The next one.</param>
    /// <param name="document">What is posted.</param>
    /// <param name="openFrom">The first day on which something may be posted.</param>
    /// <param name="chart">Account by role and what of it.</param>
    /// <param name="now">When it is recorded.</param>
    public JournalEntry(long number, PostedDocument document, DateOnly openFrom, Func<AccountRole, string, Account> chart, DateTimeOffset now)
    {
        if (document.Amounts.Sum(a => a.Debit) != 0m) throw new InvalidOperationException($"{document.Kind} {document.Id} does not balance.");
        if (document.Amounts.All(a => a.Debit == 0m)) throw new InvalidOperationException($"{document.Kind} {document.Id} posts nothing.");
        (Id, Number, Kind, DocumentId, DocumentNumber) = (Guid.CreateVersion7(), number, document.Kind, document.Id, document.Number);
        (OrderId, CustomerId, Currency) = (document.Debtor.Order, document.Debtor.Customer, document.Debtor.Currency);
        (DocumentOn, PostedOn, RecordedAt) = (document.On, document.On < openFrom ? openFrom : document.On, now);
        (CompanyCurrency, CompanyRate) = (document.Debtor.Rate?.Currency, document.Debtor.Rate?.Rate);
        _lines.AddRange(document.Amounts.Where(a => a.Debit != 0m).Select((a, i) => new JournalLine(i + 1, chart(a.Role, a.For), a.Debit, document.Debtor.Rate?.Worth(a.Debit))));
        // Each amount is rounded by itself; what they miss each other by has an account of its own.
        var difference = -_lines.Sum(l => (l.CompanyDebit ?? 0m) - (l.CompanyCredit ?? 0m));
        if (difference != 0m) _lines.Add(new JournalLine(_lines.Count + 1, chart(AccountRole.Rounding, Account.Else), 0m, difference));
        Raise(new JournalWasPosted());
    }

    public Guid Id { get; private set; }

    public override Guid Key => Id;

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; private set; }

    public DocumentKind Kind { get; private set; }

    public Guid DocumentId { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public OrderId OrderId { get; private set; }

    public Guid CustomerId { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>In which the company keeps its books; null where no rate was known, as of orders of the past.</summary>
    public string? CompanyCurrency { get; private set; }

    /// <summary>Units of it for one unit of <see cref="Currency"/>: that which the order froze.</summary>
    public decimal? CompanyRate { get; private set; }

    /// <summary>Business date of the document.</summary>
    public DateOnly DocumentOn { get; private set; }

    /// <summary>The same, or the first open day where the document's month was closed.</summary>
    public DateOnly PostedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<JournalLine> Lines => _lines;
}

internal sealed record JournalWasPosted : DomainEvent;

internal sealed class JournalLine
{
    private JournalLine()
    {
    }

    public JournalLine(int position, Account account, decimal debit, decimal? companyDebit)
    {
        (Id, Position, Role, Account, AccountName) = (Guid.CreateVersion7(), position, account.Role, account.Number, account.Name);
        (Debit, Credit) = (Math.Max(0m, debit), Math.Max(0m, -debit));
        if (companyDebit is { } worth) (CompanyDebit, CompanyCredit) = (Math.Max(0m, worth), Math.Max(0m, -worth));
    }

    public Guid Id { get; private set; }

    public int Position { get; private set; }

    public AccountRole Role { get; private set; }

    /// <summary>Its number when it was posted.</summary>
    public string Account { get; private set; } = "";

    public string AccountName { get; private set; } = "";

    /// <summary>Not negative; in whole digits of the currency.</summary>
    public decimal Debit { get; private set; }

    /// <summary>Not negative; zero where <see cref="Debit"/> is not.</summary>
    public decimal Credit { get; private set; }

    /// <summary>The same in the company's currency, in its whole digits; the debits of an entry are its credits there, too.</summary>
    public decimal? CompanyDebit { get; private set; }

    public decimal? CompanyCredit { get; private set; }
}

internal enum DocumentKind
{
    [Label("Invoice", "发票")]
    Invoice,
    [Label("Credit note", "贷记单")]
    CreditNote,
    [Label("Payment", "收款")]
    Payment,
    [Label("Refund", "退款")]
    Refund,
    [Label("Taken back by the bank", "银行拒付")]
    ChargeBack,
    [Label("Write-off", "核销")]
    WriteOff,

    [Label("Recovered write-off", "核销恢复")]
    Recovery,

    [Label("Reminder fee", "催款费")]
    ReminderFee,

    [Label("Payment of a reminder fee", "催款费收款")]
    FeePayment,

    [Label("Waived reminder fee", "免除催款费")]
    FeeWaiver,
}
