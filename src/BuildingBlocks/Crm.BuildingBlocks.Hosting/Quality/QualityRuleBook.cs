using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>All rules of a module as they hold now, and the score that follows from them.</summary>
public sealed class QualityRuleBook
{
    /// <summary>Of a record in which nothing was found.</summary>
    public const decimal BestScore = 100m;

    private readonly Dictionary<string, QualityRule> _rules;
    private readonly int _weights;

    public QualityRuleBook(IReadOnlyList<QualityCheck> checks, IEnumerable<QualityRule> stored)
    {
        Checks = checks;
        _rules = stored.ToDictionary(r => r.Check, StringComparer.Ordinal);
        foreach (var check in checks) _rules.TryAdd(check.Code, QualityRule.Default(check));
        _weights = checks.Select(c => _rules[c.Code]).Where(r => r.IsOn).Sum(r => r.Weight);
    }

    public IReadOnlyList<QualityCheck> Checks { get; }

    public static async Task<QualityRuleBook> Load(ModuleDbContext db, IReadOnlyList<QualityCheck> checks, CancellationToken ct) =>
        new(checks, await db.Set<QualityRule>().AsNoTracking().ToListAsync(ct));

    public QualityRule Of(string check) => _rules[check];

    public bool IsOn(string check) => _rules[check].IsOn;

    /// <summary>The value of a parameter of a check.</summary>
    public decimal this[QualityCheck check, string parameter] =>
        _rules[check.Code].Parameters.TryGetValue(parameter, out var value) ? value : check.Parameters.Single(p => p.Name == parameter).Default;

    /// <summary>
    /// 100 x (1 - weights of the broken rules / weights of all rules that are on): 100 where nothing is wrong, 0 where every rule is broken.
    /// Rounded half away from zero to one decimal; 100 where no rule has a weight. What was dismissed is not broken.
    /// </summary>
    public decimal Score(IEnumerable<string> broken)
    {
        if (_weights == 0) return BestScore;
        var lost = broken.Distinct(StringComparer.Ordinal).Select(Of).Where(r => r.IsOn).Sum(r => r.Weight);
        return Math.Round(BestScore * (_weights - lost) / _weights, 1, MidpointRounding.AwayFromZero);
    }
}
