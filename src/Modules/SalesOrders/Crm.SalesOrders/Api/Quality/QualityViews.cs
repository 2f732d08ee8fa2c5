using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Quality;

namespace Crm.SalesOrders.Api.Quality;

/// <summary>What is wrong with a product.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Check">Code of the check that found it.</param>
/// <param name="Severity">Of its rule.</param>
/// <param name="State">Whether somebody dismissed it.</param>
/// <param name="Seen">What was seen, and why that is wrong.</param>
/// <param name="OtherProductId">The product it is a duplicate of.</param>
/// <param name="Proposal">What would mend it.</param>
/// <param name="Proposes">The same in words.</param>
/// <param name="ProposedCost">Of a proposal that sets a cost.</param>
/// <param name="FoundAt">Since when it has been open.</param>
/// <param name="DecidedAt">When it was dismissed.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Reason">Why.</param>
internal sealed record FindingView(
    Guid Id, Guid ProductId, string Check, QualitySeverity Severity, QualityFindingState State, Phrase Seen, Guid? OtherProductId, string? Proposal, Phrase? Proposes,
    [property: MaskedAs(ProductContent.CostField)] decimal? ProposedCost, DateTimeOffset FoundAt, DateTimeOffset? DecidedAt, Guid? DecidedBy, string? Reason, int Version)
{
    public static readonly Expression<Func<QualityFinding, FindingView>> FromFinding = f => new FindingView(
        f.Id.Value, f.SubjectId, f.Check, f.Severity, f.State, ProductChecks.Explain(f.Check, f.Values), f.OtherId, f.ProposalKind,
        ProductProposals.Explain(f.ProposalKind, f.ProposalValues), CostOf(f.ProposalKind, f.ProposalValues), f.FoundAt, f.DecidedAt, f.DecidedBy, f.Reason, f.Version);

    private static decimal? CostOf(string? kind, IReadOnlyList<string> values) =>
        ProductProposals.IsOfCost(kind) ? decimal.Parse(values[0], CultureInfo.InvariantCulture) : null;
}

/// <summary>How good what is said of a product is.</summary>
/// <param name="Score">0 to 100: what the rules that it breaks take off, in relation to all rules that are on.</param>
/// <param name="Findings">Open ones.</param>
internal sealed record ProductScoreView(Guid ProductId, decimal Score, int Findings, DateTimeOffset CheckedAt)
{
    public static readonly Expression<Func<QualityScore, ProductScoreView>> FromScore = s => new ProductScoreView(s.SubjectId, s.Score, s.Findings, s.CheckedAt);
}

/// <summary>A product's score, and how it comes about.</summary>
/// <param name="Rules">All rules, with what each of them takes off.</param>
/// <param name="Findings">Open and dismissed ones.</param>
internal sealed record ProductQualityView(Guid ProductId, decimal Score, DateTimeOffset CheckedAt, IReadOnlyList<AppliedRule> Rules, IReadOnlyList<FindingView> Findings);

/// <param name="Check">Code.</param>
/// <param name="Name">What is wrong where it finds something.</param>
/// <param name="IsOn">Whether it counts.</param>
/// <param name="Weight">0 to 100, in relation to the others.</param>
/// <param name="IsBroken">Whether it takes off its weight.</param>
internal sealed record AppliedRule(string Check, Phrase Name, bool IsOn, int Weight, bool IsBroken);

/// <summary>How good the catalogue is.</summary>
/// <param name="Products">That are sold and were looked at.</param>
/// <param name="Score">Mean of their scores, 0 to 100; null while nothing was looked at.</param>
/// <param name="Checks">What each check found.</param>
internal sealed record CatalogueQualityView(long Products, decimal? Score, IReadOnlyList<CheckCount> Checks);

/// <param name="Check">Code.</param>
/// <param name="Name">What is wrong where it finds something.</param>
internal sealed record CheckCount(string Check, Phrase Name, QualitySeverity Severity, bool IsOn, long Open, long Dismissed);

/// <summary>How good the catalogue was after a check of everything.</summary>
/// <param name="Open">Findings nobody had decided about.</param>
internal sealed record QualitySnapshotView(DateTimeOffset TakenAt, long Products, decimal Score, long Open, long Dismissed, IReadOnlyList<QualityCount> Checks);

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
