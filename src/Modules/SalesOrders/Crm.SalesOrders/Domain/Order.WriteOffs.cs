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

    /// <summary>Expects again what was given up, all of it unless an amount is given.</summary>
    public WriteOff Recover(decimal? amount, string reason, DateOnly on, DateTimeOffset now)
    {
        var expected = amount ?? WrittenOff;
        if (expected <= 0m || expected > WrittenOff) throw AccountingRules.RecoversTooMuch.Broken(expected, WrittenOff, Currency);
        if (Currencies.Round(expected, Currency) != expected) throw SalesOrdersRules.AmountNotWhole.Broken(expected, Currency, Currencies.Digits(Currency));
        var recovery = new WriteOff(-expected, reason, on, now);
        _writeOffs.Add(recovery);
        WrittenOff -= expected;
        Credited -= expected;
        Derive();
        Raise(new OrderWasRecovered(recovery));
        return recovery;
    }
}

/// <summary>Money that nobody expects any more, or expects again. Never changed, except that the reason goes when the customer is erased.</summary>
internal sealed class WriteOff
{
    private WriteOff()
    {
    }

    public WriteOff(decimal amount, string reason, DateOnly on, DateTimeOffset now) =>
        (Id, Amount, Reason, On, RecordedAt) = (Guid.CreateVersion7(), amount, reason, on, now);

    public Guid Id { get; private set; }

    /// <summary>In whole digits of the order's currency; negative where it is expected again.</summary>
    public decimal Amount { get; private set; }

    [PersonalInCopies]
    public string? Reason { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

internal sealed record OrderWasWrittenOff(WriteOff WriteOff) : DomainEvent;

internal sealed record OrderWasRecovered(WriteOff Recovery) : DomainEvent;
