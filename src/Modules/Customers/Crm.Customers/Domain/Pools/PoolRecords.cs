using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Pools;

internal enum PooledBy
{
    [Label("A person", "人工")]
    Hand,
    [Label("The rule of the pool", "公海规则")]
    Rule,
}

/// <summary>That a customer came into a pool, why, and who took it out again.</summary>
internal sealed class PoolEntry
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public CustomerId CustomerId { get; init; }

    public PoolId PoolId { get; init; }

    public PooledBy By { get; init; }

    public DateTimeOffset PooledAt { get; init; }

    /// <summary>The user or client who gave it up; the nil id where a rule took it.</summary>
    public Guid ById { get; init; }

    public Guid? OwnerBefore { get; init; }

    /// <summary>Of which unit it was, and is again where whoever takes it has none.</summary>
    public Guid? UnitBefore { get; init; }

    /// <summary>In English, or as it was written.</summary>
    [Personal]
    public string? Reason { get; private set; }

    /// <summary>In Chinese, where a rule gave it.</summary>
    [Personal]
    public string? ReasonChinese { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    public Guid? ClaimedById { get; private set; }

    public static PoolEntry Of(Customer customer, Ownership before, PooledBy by, Guid byId, string reason, string? reasonChinese, DateTimeOffset now) => new()
    {
        CustomerId = customer.Id,
        PoolId = customer.PoolId!.Value,
        By = by,
        ById = byId,
        OwnerBefore = before.OwnerId,
        UnitBefore = before.UnitId,
        PooledAt = now,
        Reason = reason,
        ReasonChinese = reasonChinese,
    };

    public void Claim(Guid by, DateTimeOffset now) => (ClaimedById, ClaimedAt) = (by, now);

    public void Forget() => (Reason, ReasonChinese) = (null, null);
}

/// <summary>That a rule will take a customer from its owner when the grace is over, unless something happens until then.</summary>
internal sealed class PoolNotice
{
    public CustomerId CustomerId { get; init; }

    public PoolId PoolId { get; private set; }

    /// <summary>Business day.</summary>
    public DateOnly NoticedOn { get; private set; }

    public void Become(PoolId pool, DateOnly noticedOn) => (PoolId, NoticedOn) = (pool, noticedOn);
}

/// <summary>How many customers a person claimed from a pool on one business day.</summary>
internal sealed class PoolClaims
{
    /// <summary>Pool, person and business day: one row is locked whenever one person claims.</summary>
    public string Key { get; init; } = "";

    public DateOnly Day { get; init; }

    public int Count { get; private set; }

    public static string KeyOf(PoolId pool, Guid person, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{pool.Value:N}/{person:N}/{day:yyyyMMdd}");

    public void Add(int? cap)
    {
        if (Count >= cap) throw PoolRules.CapReached.Broken(cap);
        Count++;
    }
}
