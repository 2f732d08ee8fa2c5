using Crm.BuildingBlocks;
using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Domain;

// Who looks after a customer, and whether anything may be sold to it.
internal sealed partial class Customer
{
    /// <summary>Why it came to whom it belongs to; null where nobody said.</summary>
    [PersonalInCopies]
    public string? OwnershipReason { get; private set; }

    /// <summary>Why nothing is sold to it; null where nobody said, or where it is not blocked.</summary>
    [PersonalInCopies]
    public string? BlockReason { get; private set; }

    public Ownership Ownership => new(OwnerId, UnitId, TerritoryId);

    /// <returns>False where it belongs there already.</returns>
    public bool HandOver(Ownership to, string? reason, DateTimeOffset now)
    {
        RefuseIfErased();
        var from = Ownership;
        if (from == to) return false;
        if (!CanComeTo(to)) throw PoolRules.ClaimFirst.Broken();
        BelongTo(to.OwnerId, to.UnitId, now);
        TerritoryId = to.TerritoryId;
        Raise(new CustomerWasChanged());
        TellHandOver(from, reason);
        return true;
    }

    /// <summary>What lies in a pool is claimed, and not given to anybody.</summary>
    public bool CanComeTo(Ownership to) => !IsPooled || (to.OwnerId ?? to.UnitId) is null;

    /// <summary>Refuses new orders of it, or says anew why.</summary>
    public void Block(string reason)
    {
        RefuseIfErased();
        if (IsBlocked && BlockReason == reason) return;
        var before = IsBlocked;
        (IsBlocked, BlockReason) = (true, reason);
        Raise(new CustomerWasChanged());
        if (!before) Raise(new CustomerWasBlocked(reason));
    }

    public void Unblock(string reason)
    {
        RefuseIfErased();
        if (!IsBlocked) return;
        (IsBlocked, BlockReason) = (false, null);
        Raise(new CustomerWasChanged());
        Raise(new CustomerWasUnblocked(reason));
    }

    // Wherever its owner changes: nobody is blamed by a rule for the time in which it was somebody else's.
    private void BelongTo(Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        if (ownerId != OwnerId) OwnedSince = ownerId is null ? null : now;
        (OwnerId, UnitId) = (ownerId, unitId);
    }

    // Of a record that is written as a whole nobody says why, unless it becomes what one was of which somebody did.
    private void TellOwnershipAndBlocking(Ownership before, bool wasBlocked, string? ownershipReason = null, string? blockReason = null)
    {
        if (Ownership != before) TellHandOver(before, ownershipReason);
        if (IsBlocked == wasBlocked) return;
        BlockReason = IsBlocked ? blockReason : null;
        Raise(IsBlocked ? new CustomerWasBlocked(BlockReason) : new CustomerWasUnblocked(null));
    }

    private void TellHandOver(Ownership from, string? reason)
    {
        OwnershipReason = reason;
        Raise(new CustomerWasHandedOver(from, reason));
    }
}

/// <param name="OwnerId">The user.</param>
/// <param name="UnitId">The org unit.</param>
/// <param name="TerritoryId">The part of the market.</param>
internal readonly record struct Ownership(Guid? OwnerId, Guid? UnitId, Guid? TerritoryId);

internal sealed record CustomerWasHandedOver(Ownership From, string? Reason) : DomainEvent;

internal sealed record CustomerWasBlocked(string? Reason) : DomainEvent;

internal sealed record CustomerWasUnblocked(string? Reason) : DomainEvent;
