using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence.Duplicates;

/// <param name="Version">Of the rules.</param>
/// <param name="Definition">What they say.</param>
internal sealed record RuleInForce(int Version, DedupeDefinition Definition);

internal sealed class RulesInForce(IReadOnlyDictionary<CustomerKind, RuleInForce> rules)
{
    public RuleInForce Of(CustomerKind kind) => rules[kind];
}

internal static class RulesInForceReading
{
    /// <summary>The rules of both kinds; within a transaction they are read once.</summary>
    public static async Task<RulesInForce> DedupeRules(this CustomersDbContext db, CancellationToken ct)
    {
        var kept = db.Database.CurrentTransaction is null ? new Kept() : db.InTransaction<Kept>();
        return kept.Rules ??= await Read(db, ct);
    }

    public static DedupeDefinition BuiltIn(CustomerKind kind) => kind == CustomerKind.Person ? DedupeDefaults.Person : DedupeDefaults.Organisation;

    private static async Task<RulesInForce> Read(CustomersDbContext db, CancellationToken ct)
    {
        var rules = await db.Set<DedupeRule>().AsNoTracking().ToListAsync(ct);
        return new RulesInForce(rules.ToDictionary(r => r.Kind, r => new RuleInForce(r.Version, r.Definition is { } own ? DedupeRuleText.Read(own) : BuiltIn(r.Kind))));
    }

    private sealed class Kept
    {
        public RulesInForce? Rules { get; set; }
    }
}
