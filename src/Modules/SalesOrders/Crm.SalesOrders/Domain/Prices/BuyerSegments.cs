namespace Crm.SalesOrders.Domain.Prices;

/// <summary>Which lists of a segment's members are here: the one that holds, and a newer one of which parts are missing.</summary>
internal sealed class SegmentList
{
    private SegmentList()
    {
    }

    public SegmentList(Guid segmentId) => SegmentId = segmentId;

    public Guid SegmentId { get; private set; }

    /// <summary>The list by which promotions go; null: none has come in whole.</summary>
    public Guid? InForce { get; private set; }

    /// <summary>The newest list, complete or not.</summary>
    public Guid Newest { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>Parts of the newest one that are here.</summary>
    public IReadOnlyList<int> PartsHere { get; private set; } = [];

    /// <param name="freezeId">The list.</param>
    /// <param name="frozenAt">The moment that it is true of.</param>
    /// <param name="part">Of it.</param>
    /// <param name="parts">How many there are.</param>
    /// <returns>False: it is here already, or a newer list is.</returns>
    public bool Take(Guid freezeId, DateTimeOffset frozenAt, int part, int parts)
    {
        if (freezeId != Newest)
        {
            if (frozenAt <= FrozenAt) return false;
            (Newest, FrozenAt, PartsHere) = (freezeId, frozenAt, []);
        }

        if (PartsHere.Contains(part)) return false;
        PartsHere = [.. PartsHere, part];
        if (PartsHere.Count == parts) InForce = freezeId;
        return true;
    }
}

/// <summary>A customer in a list of a segment's members.</summary>
internal sealed class SegmentMember
{
    private SegmentMember()
    {
    }

    public SegmentMember(Guid segmentId, Guid freezeId, Guid customerId) => (SegmentId, FreezeId, CustomerId) = (segmentId, freezeId, customerId);

    public Guid SegmentId { get; private set; }

    public Guid FreezeId { get; private set; }

    public Guid CustomerId { get; private set; }
}
