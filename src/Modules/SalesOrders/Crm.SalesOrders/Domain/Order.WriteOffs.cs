using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Accounting;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    private readonly List<WriteOff> _writeOffs = [];

    /// <summary>Given up, contained in <see cref="Credited"/>. It stands on no credit note.</summary>
    public decimal WrittenOff { get; private set; }

    /// <summary>Only those that were added since the order was loaded.</summary>
    public IReadOnlyCollection<WriteOff> WriteOffs => _writeOffs;

    /// <summary>Gives up what stands on invoices and is not paid, all of it unless an amount is given.</summary>
    public WriteOff GiveUp(decimal? amount, string reason, DateOnly on, DateTimeOffset now)
    {
        var open = Math.Min(Debt.Receivable, Creditable);
        var given = amount ?? open;
        if (given <= 0m || given > open) throw AccountingRules.WriteOffTooLarge.Broken(given, open, Currency);
        if (Currencies.Round(given, Currency) != given) throw SalesOrdersRules.AmountNotWhole.Broken(given, Currency, Currencies.Digits(Currency));
        var writeOff = new WriteOff(given, reason, on, now);
        _writeOffs.Add(writeOff);
        WrittenOff += given;
        Credited += given;
        Derive();
        Raise(new OrderWasWrittenOff(writeOff));
        return writeOff;
    }
}

/// <summary>Money that nobody expects any more. Never changed, except that the reason goes when the customer is erased.</summary>
internal sealed class WriteOff
{
    private WriteOff()
    {
    }

    public WriteOff(decimal amount, string reason, DateOnly on, DateTimeOffset now) =>
        (Id, Amount, Reason, On, RecordedAt) = (Guid.CreateVersion7(), amount, reason, on, now);

    public Guid Id { get; private set; }

    /// <summary>More than zero, in whole digits of the order's currency.</summary>
    public decimal Amount { get; private set; }

    [PersonalInCopies]
    public string? Reason { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

internal sealed record OrderWasWrittenOff(WriteOff WriteOff) : DomainEvent;
