using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Accounting;

internal readonly record struct BooksId(Guid Value) : ITypedId;

/// <summary>The books: there is one set. Months are closed one after the other; nothing is posted into a closed one.</summary>
internal sealed class Books : AggregateRoot
{
    private Books()
    {
    }

    public BooksId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>The first day of the first open month.</summary>
    public DateOnly OpenFrom { get; private set; }

    /// <summary>Number of the next entry; counted up while the entries are stored, so that they have no gaps.</summary>
    public long NextEntry { get; private set; }

    /// <summary>Closes all months up to and with the one whose last day is given, which must be over.</summary>
    public void CloseThrough(DateOnly lastDay, DateOnly today)
    {
        if (lastDay >= today) throw AccountingRules.MonthNotOver.Broken(lastDay);
        if (lastDay.AddDays(1).Day != 1) throw AccountingRules.NotEndOfMonth.Broken(lastDay);
        if (lastDay < OpenFrom) throw AccountingRules.ClosedBefore.Broken(OpenFrom);
        OpenFrom = lastDay.AddDays(1);
        Raise(new MonthsWereClosed());
    }

    /// <summary>Opens months again. What was posted to a later one because they were closed stays there.</summary>
    public void ReopenFrom(DateOnly firstDay)
    {
        if (firstDay.Day != 1) throw AccountingRules.NotBeginOfMonth.Broken(firstDay);
        if (firstDay >= OpenFrom) throw AccountingRules.StillOpen.Broken(OpenFrom);
        OpenFrom = firstDay;
        Raise(new MonthsWereReopened());
    }
}

internal sealed record MonthsWereClosed : DomainEvent;

internal sealed record MonthsWereReopened : DomainEvent;
