using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.Proposals;

/// <summary>Asks what a rule would come to, without writing anything.</summary>
internal sealed record RuleQuestion
{
    public required PriceRule Rule { get; init; }

    public PriceBounds? Bounds { get; init; }

    /// <summary>Left out, to the smallest amount of the currency.</summary>
    public PriceRounding? Rounding { get; init; }

    /// <summary>ISO 4217; of the prices.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether the prices contain tax.</summary>
    public PriceBasis Basis { get; init; }

    public required IReadOnlyList<string> Skus { get; init; }

    /// <summary>What competitors were seen to ask.</summary>
    public IReadOnlyList<ObservedPrice> Observations { get; init; } = [];
}

/// <param name="Sku">Whose price.</param>
/// <param name="UnitPrice">Null: there is none.</param>
/// <param name="Floor">Not below it.</param>
/// <param name="Ceiling">Not above it.</param>
/// <param name="Reasons">Step by step.</param>
/// <param name="Failure">Why there is no price.</param>
internal sealed record RuleAnswer(string Sku, decimal? UnitPrice, decimal? Floor, decimal? Ceiling, IReadOnlyList<ReasonView> Reasons, PriceFailure? Failure);

/// <param name="Kind">What was looked at or done.</param>
/// <param name="Text">The same in the caller's language.</param>
/// <param name="Value">The figure it was done with.</param>
/// <param name="Detail">Such as how many observations, or whose and of which day.</param>
internal sealed record ReasonView(PriceReasonKind Kind, string Text, decimal? Value, string? Detail)
{
    public static ReasonView Of(PriceReason reason, Language language) => new(reason.Kind, Labels.Of(reason.Kind).In(language), reason.Value, reason.Detail);
}

internal sealed class RuleEvaluation(PlanningDbContext db, CallerContext caller, TimeProvider time)
{
    private const int MostSkus = 1000;

    private static readonly Phrase WrongSkus = new($"Give 1 to {MostSkus} SKUs.", $"请填写 1 到 {MostSkus} 个 SKU。");
    private static readonly Phrase UnknownCurrency = new("A currency code of ISO 4217 is expected.", "应为 ISO 4217 币种代码。");

    public async Task<IReadOnlyList<RuleAnswer>> Answer(RuleQuestion question, CancellationToken ct)
    {
        caller.Caller.RequireSeenCosts();
        Require(question);
        var observed = question.Observations.ToLookup(o => o.Sku, o => o.ToObservation(), StringComparer.Ordinal);
        var lists = question.Rule is ListRule ofList ? [ofList.Code] : Array.Empty<string>();
        var asked = new FactsAsked(question.Skus, question.Currency, question.Basis, lists, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var known = await db.PriceFactsOf(asked, observed, ct);
        return [.. question.Skus.Select(sku => Answer(question, known[sku].Facts))];
    }

    private RuleAnswer Answer(RuleQuestion question, PriceFacts facts)
    {
        var price = RulePrices.Evaluate(
            question.Rule, question.Bounds ?? PriceBounds.None, question.Rounding ?? PriceRounding.Usual, facts, question.Currency, question.Basis);
        return new RuleAnswer(facts.Sku, price.UnitPrice, price.Floor, price.Ceiling, [.. price.Reasons.Select(r => ReasonView.Of(r, caller.Language))], price.Failure);
    }

    private static void Require(RuleQuestion question)
    {
        InputError[] errors =
        [
            .. question.Skus.Count is 0 or > MostSkus ? [new InputError("/skus", WrongSkus)] : Array.Empty<InputError>(),
            .. Currencies.AreKnown(question.Currency) ? Array.Empty<InputError>() : [new InputError("/currency", UnknownCurrency)],
            .. PriceRuleChecks.Of(question.Rule, question.Basis, "/rule"),
            .. question.Bounds is { } bounds ? PriceRuleChecks.Of(bounds, question.Basis, "/bounds") : [],
            .. question.Rounding is { } rounding ? PriceRuleChecks.Of(rounding, "/rounding") : [],
            .. ObservedPrice.Check(question.Observations, "/observations"),
        ];
        if (errors.Length > 0) throw new InvalidInput(errors);
    }
}
