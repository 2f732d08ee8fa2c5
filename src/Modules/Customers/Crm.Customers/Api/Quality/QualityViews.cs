using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Application.Quality;

namespace Crm.Customers.Api.Quality;

/// <summary>What is wrong with a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Check">Code of the check that found it.</param>
/// <param name="Severity">Of its rule.</param>
/// <param name="State">Whether somebody dismissed it.</param>
/// <param name="Seen">What was seen, without the values themselves.</param>
/// <param name="OtherCustomerId">The customer with the same number or address.</param>
/// <param name="Proposal">What would mend it.</param>
/// <param name="FoundAt">Since when it has been open.</param>
/// <param name="DecidedAt">When it was dismissed.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Reason">Why.</param>
internal sealed record FindingView(
    Guid Id, Guid CustomerId, string Check, QualitySeverity Severity, QualityFindingState State, Phrase Seen, Guid? OtherCustomerId, string? Proposal, DateTimeOffset FoundAt,
    DateTimeOffset? DecidedAt, Guid? DecidedBy, string? Reason, int Version)
{
    public static readonly Expression<Func<QualityFinding, FindingView>> FromFinding = f => new FindingView(
        f.Id.Value, f.SubjectId, f.Check, f.Severity, f.State, CustomerChecks.Explain(f.Check, f.Values), f.OtherId, f.ProposalKind, f.FoundAt, f.DecidedAt, f.DecidedBy, f.Reason, f.Version);
}

/// <summary>How good what is said of a customer is.</summary>
/// <param name="Score">0 to 100: what the rules that it breaks take off, in relation to all rules that are on.</param>
/// <param name="Findings">Open ones.</param>
internal sealed record CustomerScoreView(Guid CustomerId, decimal Score, int Findings, DateTimeOffset CheckedAt)
{
    public static readonly Expression<Func<QualityScore, CustomerScoreView>> FromScore = s => new CustomerScoreView(s.SubjectId, s.Score, s.Findings, s.CheckedAt);
}

/// <summary>A customer's score, and how it comes about.</summary>
/// <param name="Rules">All rules, with what each of them takes off.</param>
/// <param name="Findings">Open and dismissed ones.</param>
internal sealed record CustomerQualityView(Guid CustomerId, decimal Score, DateTimeOffset CheckedAt, IReadOnlyList<AppliedRule> Rules, IReadOnlyList<FindingView> Findings);

/// <param name="Check">Code.</param>
/// <param name="Name">What is wrong where it finds something.</param>
/// <param name="IsOn">Whether it counts.</param>
/// <param name="Weight">0 to 100, in relation to the others.</param>
/// <param name="IsBroken">Whether it takes off its weight.</param>
internal sealed record AppliedRule(string Check, Phrase Name, bool IsOn, int Weight, bool IsBroken);

/// <summary>How good the data of all customers are.</summary>
/// <param name="Customers">That were looked at.</param>
/// <param name="Score">Mean of their scores, 0 to 100; null while nothing was looked at.</param>
/// <param name="Checks">What each check found.</param>
internal sealed record OverallQualityView(long Customers, decimal? Score, IReadOnlyList<CheckCount> Checks);

/// <param name="Check">Code.</param>
/// <param name="Name">What is wrong where it finds something.</param>
internal sealed record CheckCount(string Check, Phrase Name, QualitySeverity Severity, bool IsOn, long Open, long Dismissed);

/// <summary>How good the data of all customers were after a check of everything.</summary>
/// <param name="Open">Findings nobody had decided about.</param>
internal sealed record QualitySnapshotView(DateTimeOffset TakenAt, long Customers, decimal Score, long Open, long Dismissed, IReadOnlyList<QualityCount> Checks);

/// <summary>How good the data of the customers of one source or owner were after a check of everything.</summary>
/// <param name="Value">The source, or the id of the owner; empty for customers without one.</param>
internal sealed record GroupSnapshotView(DateTimeOffset TakenAt, string Value, long Customers, decimal Score, long Open);

/// <summary>How a check is applied.</summary>
/// <param name="Check">Code.</param>
/// <param name="Name">What is wrong where it finds something.</param>
/// <param name="Weight">0 to 100, in relation to the others.</param>
/// <param name="Parameters">By which it is tuned.</param>
/// <param name="Version">0 until somebody changes it.</param>
internal sealed record QualityRuleView(string Check, Phrase Name, int Weight, QualitySeverity Severity, bool IsOn, IReadOnlyList<QualityParameterView> Parameters, int Version)
{
    public static QualityRuleView Of(QualityCheck check, QualityRuleBook rules)
    {
        var rule = rules.Of(check.Code);
        return new QualityRuleView(
            check.Code, check.Name, rule.Weight, rule.Severity, rule.IsOn,
            [.. check.Parameters.Select(p => new QualityParameterView(p.Name, p.Meaning, rules[check, p.Name], p.Default, p.Least, p.Most))], rule.Version);
    }
}

/// <param name="Value">As it holds now.</param>
internal sealed record QualityParameterView(string Name, Phrase Meaning, decimal Value, decimal Default, decimal Least, decimal Most);
