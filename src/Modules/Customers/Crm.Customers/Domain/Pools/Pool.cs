using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Pools;

internal readonly record struct PoolId(Guid Value) : ITypedId;

/// <summary>Where customers lie whom nobody looks after: who may take one, how many a day, and whose customers come here by themselves.</summary>
internal sealed class Pool : AggregateRoot
{
    private Pool()
    {
    }

    public PoolId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    public bool IsActive { get; private set; }

    /// <summary>Whose people may claim; empty: everybody's.</summary>
    public IReadOnlyList<Guid> Units { get; private set; } = [];

    /// <summary>That whoever claims must have beside the right to claim; null: none.</summary>
    public string? Permission { get; private set; }

    /// <summary>How many a person may claim on one business day; null: any number.</summary>
    public int? DailyCap { get; private set; }

    /// <summary>For how many business days whoever had a customer does not claim it back; null: none.</summary>
    public int? DaysBeforeOwnClaim { get; private set; }

    /// <summary>Whose customers come here by themselves; null: nobody's.</summary>
    public ReleaseRule? Rule { get; private set; }

    public static Pool Open(string code, PoolFacts facts)
    {
        var pool = new Pool { Id = new PoolId(Guid.CreateVersion7()), Code = code };
        pool.Take(facts);
        pool.Raise(new PoolWasOpened());
        return pool;
    }

    /// <param name="facts">What is said of it from now on.</param>
    /// <param name="lying">How many customers lie there: nobody could claim them where it is closed.</param>
    public void Change(PoolFacts facts, int lying)
    {
        if (IsActive && !facts.IsActive && lying > 0) throw PoolRules.HoldsCustomers.Broken(lying);
        Take(facts);
        Raise(new PoolWasChanged());
    }

    /// <summary>Refuses who would take back at once what was the own customer.</summary>
    /// <param name="hadUntil">Business day on which it ceased to be the claimer's.</param>
    /// <param name="today">Business day.</param>
    public void RefuseTooEarly(DateOnly hadUntil, DateOnly today)
    {
        if (DaysBeforeOwnClaim is { } days && hadUntil.AddDays(days) > today)
            throw PoolRules.OwnTooEarly.Broken(hadUntil.ToString("O", CultureInfo.InvariantCulture), hadUntil.AddDays(days).ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Refuses whoever may not take customers out of here.</summary>
    /// <param name="unit">Of whoever asks.</param>
    /// <param name="may">Whether whoever asks has a permission.</param>
    public void Admit(Guid? unit, Func<string, bool> may)
    {
        if (Units.Count > 0 && (unit is not { } own || !Units.Contains(own))) throw PoolRules.NotForUnit.Broken();
        if (Permission is { } permission && !may(permission)) throw PoolRules.PermissionMissing.Broken(permission);
    }

    private void Take(PoolFacts facts) =>
        (Name, NameChinese, IsActive, Units, Permission, DailyCap, DaysBeforeOwnClaim, Rule) =
        (facts.Names.English, facts.Names.Chinese, facts.IsActive, facts.Units, facts.Permission, facts.DailyCap, facts.DaysBeforeOwnClaim, facts.Rule);
}

/// <summary>What may be said of a pool.</summary>
internal sealed record PoolFacts(Phrase Names, bool IsActive, IReadOnlyList<Guid> Units, string? Permission, int? DailyCap, int? DaysBeforeOwnClaim, ReleaseRule? Rule);

internal sealed record PoolWasOpened : DomainEvent;

internal sealed record PoolWasChanged : DomainEvent;

internal sealed record CustomerWasPooled(PoolId Pool, Guid? OwnerBefore) : DomainEvent;

internal sealed record CustomerWasClaimed(PoolId Pool, DateTimeOffset At) : DomainEvent;

internal sealed record CustomerWasNoticed(PoolId Pool, DateOnly On, DateOnly ReleaseOn) : DomainEvent;

internal sealed record CustomerProtectionWasSet : DomainEvent;
