using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>How an order that nobody expects anything of is put away.</summary>
internal sealed partial class Order
{
    /// <summary>When it was put away: lists leave it out. Whatever happens to it afterwards brings it back.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public void Archive(DateTimeOffset now)
    {
        Require(OrderAction.Archive);
        ArchivedAt = now;
        Raise(new OrderWasArchived());
    }

    public void Unarchive()
    {
        Require(OrderAction.Unarchive);
        ArchivedAt = null;
        Raise(new OrderWasUnarchived());
    }

    private void StayArchivedOnlyAtRest()
    {
        if (ArchivedAt is not null && !OrderLife.IsAtRest(this)) ArchivedAt = null;
    }
}

internal sealed record OrderWasArchived : DomainEvent;

internal sealed record OrderWasUnarchived : DomainEvent;
