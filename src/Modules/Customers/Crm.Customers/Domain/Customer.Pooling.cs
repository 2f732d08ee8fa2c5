using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Domain;

// A customer is somebody's, or lies in a pool for whoever claims it, or neither; never both.
internal sealed partial class Customer
{
    /// <summary>Where it lies for whoever claims it.</summary>
    public PoolId? PoolId { get; private set; }

    public DateTimeOffset? PooledAt { get; private set; }

    /// <summary>Since when it is its owner's; null: since it was registered, or it is nobody's.</summary>
    public DateTimeOffset? OwnedSince { get; private set; }

    /// <summary>No rule takes it away from its owner.</summary>
    public bool IsProtected { get; private set; }

    public bool IsPooled => PoolId is not null;

    /// <summary>Its owner gives it up. It is of no unit either, so that nobody reads it before it is claimed.</summary>
    public void GiveUp(PoolId pool, DateTimeOffset now)
    {
        RefuseIfErased();
        if (IsPooled) throw PoolRules.AlreadyPooled.Broken();
        var before = Ownership;
        BelongTo(null, null, now);
        (PoolId, PooledAt) = (pool, now);
        Raise(new CustomerWasPooled(pool, before.OwnerId));
        Raise(new CustomerWasChanged());
        TellHandOver(before, reason: null);
    }

    /// <summary>Somebody takes it out of its pool, or is given it by whoever oversees pools.</summary>
    public void Claim(Guid ownerId, Guid? unitId, DateTimeOffset now, string? reason = null)
    {
        RefuseIfErased();
        if (PoolId is not { } pool) throw PoolRules.NotPooled.Broken();
        var before = Ownership;
        BelongTo(ownerId, unitId, now);
        (PoolId, PooledAt) = (null, null);
        Raise(new CustomerWasClaimed(pool, now));
        Raise(new CustomerWasChanged());
        TellHandOver(before, reason);
    }

    /// <summary>A rule will take it from its owner, unless something happens until then.</summary>
    /// <param name="pool">Into which pool.</param>
    /// <param name="on">Business day on which it was noticed.</param>
    /// <param name="releaseOn">Business day on which it is taken.</param>
    public void Notice(PoolId pool, DateOnly on, DateOnly releaseOn) => Raise(new CustomerWasNoticed(pool, on, releaseOn));

    public void Protect(bool isProtected)
    {
        RefuseIfErased();
        if (IsProtected == isProtected) return;
        IsProtected = isProtected;
        Raise(new CustomerProtectionWasSet());
    }
}
