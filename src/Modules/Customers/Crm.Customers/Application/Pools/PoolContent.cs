using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Pools;

/// <summary>What an administrator says about a pool.</summary>
internal abstract record PoolContent
{
    public required Phrase Names { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>Whose people may claim; left out, everybody's.</summary>
    public IReadOnlyList<Guid> Units { get; init; } = [];

    /// <summary>That whoever claims must have beside the right to claim.</summary>
    public string? Permission { get; init; }

    /// <summary>How many a person may claim on one business day; left out, any number.</summary>
    public int? DailyCap { get; init; }

    /// <summary>For how many business days whoever had a customer does not claim it back; left out, none.</summary>
    public int? DaysBeforeOwnClaim { get; init; }

    /// <summary>Whose customers come here by themselves; left out, nobody's.</summary>
    public ReleaseRule? Rule { get; init; }

    public PoolFacts ToFacts() => new(Names, IsActive, Units, Permission, DailyCap, DaysBeforeOwnClaim, Rule);
}

/// <summary>Opens a pool.</summary>
internal sealed record OpenPool : PoolContent, ICommand<PoolSaved>
{
    /// <summary>Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a pool.</summary>
internal sealed record ChangePool : PoolContent, ICommand<PoolSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What came of a command on a pool.</summary>
internal sealed record PoolSaved(Guid Id, string Code, int Version)
{
    public static PoolSaved Of(Pool p) => new(p.Key, p.Code, p.Version);
}

internal abstract class PoolContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : PoolContent
{
    private const int MostUnits = 200;
    private const int MostDays = 3650;
    private const int MostClaims = 10_000;

    private static readonly Phrase SaysNothing = new(
        "A rule that says nothing would take every customer: give days without activity or order, no opportunity, or lifecycles.",
        "未设任何条件的规则会收回所有客户：请填写无跟进天数、无订单天数、无商机或生命周期。");

    protected PoolContentValidator()
    {
        RuleFor(c => c.Names).AreNames();
        RuleFor(c => c.Units).NotNull().Must(u => u is null || u.Count <= MostUnits);
        RuleFor(c => c.Permission).MaximumLength(100).Must(p => p is not "");
        RuleFor(c => c.DailyCap).InclusiveBetween(1, MostClaims);
        RuleFor(c => c.DaysBeforeOwnClaim).InclusiveBetween(1, MostDays);
        When(c => c.Rule is not null, () =>
        {
            RuleFor(c => c.Rule!.NoActivityDays).InclusiveBetween(1, MostDays).OverridePropertyName("Rule.NoActivityDays");
            RuleFor(c => c.Rule!.NoOrderDays).InclusiveBetween(1, MostDays).OverridePropertyName("Rule.NoOrderDays");
            RuleFor(c => c.Rule!.GraceDays).InclusiveBetween(0, MostDays).OverridePropertyName("Rule.GraceDays");
            RuleForEach(c => c.Rule!.Lifecycles).IsInEnum().OverridePropertyName("Rule.Lifecycles");
            RuleFor(c => c.Rule!.Units).Must(u => u is null || u.Count <= MostUnits).OverridePropertyName("Rule.Units");
            RuleFor(c => c.Rule!).Must(r => r is { NoActivityDays: not null } or { NoOrderDays: not null } or { WithoutOpportunity: true } or { Lifecycles.Count: > 0 })
                .OverridePropertyName("Rule").WithPhrase(SaysNothing);
        });
    }
}

internal sealed class OpenPoolValidator : PoolContentValidator<OpenPool>
{
    public OpenPoolValidator() => RuleFor(c => c.Code).IsPlainCode();
}

internal sealed class ChangePoolValidator : PoolContentValidator<ChangePool>;

internal sealed class OpenPoolHandler(CustomersDbContext db, DeclaredRights rights) : ICommandHandler<OpenPool, PoolSaved>
{
    public async Task<PoolSaved> Handle(OpenPool command, CancellationToken ct)
    {
        if (await db.Pools.AnyAsync(p => p.Code == command.Code, ct)) throw PoolRules.CodeTaken.Broken(command.Code);
        if (command.Permission is { } permission && !rights.Has(permission)) throw PoolRules.PermissionUnknown.Broken(permission);
        var pool = Pool.Open(command.Code, command.ToFacts());
        db.Pools.Add(pool);
        return PoolSaved.Of(pool);
    }
}

internal sealed class ChangePoolHandler(CustomersDbContext db, DeclaredRights rights) : ICommandHandler<ChangePool, PoolSaved>
{
    public async Task<PoolSaved> Handle(ChangePool command, CancellationToken ct)
    {
        var pool = await db.ForChange<Pool, PoolId>(new PoolId(command.Id), ct);
        if (command.Permission is { } permission && !rights.Has(permission)) throw PoolRules.PermissionUnknown.Broken(permission);
        pool.Change(command.ToFacts(), await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).CountAsync(c => c.PoolId == pool.Id, ct));
        return PoolSaved.Of(pool);
    }
}
