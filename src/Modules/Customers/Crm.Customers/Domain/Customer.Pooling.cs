using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Domain;

// A customer is somebody's, or lies in a pool for whoever claims it, or neither; never both.
internal sealed partial class Customer
{
    /// <summary>Where it lies for whoever claims it.</summary>
    public PoolId? PoolId { get; private set; }

    public DateTimeOffset? PooledAt { get; private set; }

    /// <summary>Since when it is its owner's, where it was claimed.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>No rule takes it away from its owner.</summary>
    public bool IsProtected { get; private set; }

    public bool IsPooled => PoolId is not null;

    /// <summary>Its owner gives it up.</summary>
    public void GiveUp(PoolId pool, DateTimeOffset now)
    {
        RefuseIfErased();
        if (IsPooled) throw PoolRules.AlreadyPooled.Broken();
        var before = Ownership;
        (OwnerId, PoolId, PooledAt, ClaimedAt) = (null, pool, now, null);
        Raise(new CustomerWasPooled(pool, before.OwnerId));
        Raise(new CustomerWasChanged());
        TellHandOver(before, reason: null);
    }

    public void Claim(Guid ownerId, Guid? unitId, DateTimeOffset now)
    {
        RefuseIfErased();
        if (PoolId is not { } pool) throw PoolRules.NotPooled.Broken();
        var before = Ownership;
        (OwnerId, UnitId, PoolId, PooledAt, ClaimedAt) = (ownerId, unitId ?? UnitId, null, null, now);
        Raise(new CustomerWasClaimed(pool));
        Raise(new CustomerWasChanged());
        TellHandOver(before, reason: null);
    }

    public void Protect(bool isProtected)
    {
        RefuseIfErased();
        if (IsProtected == isProtected) return;
        IsProtected = isProtected;
        Raise(new CustomerProtectionWasSet());
    }
}
