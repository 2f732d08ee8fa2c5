using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;

namespace Crm.Planning.Application.Promotions;

/// <param name="Errors">What keeps it from being saved.</param>
/// <param name="Warnings">What would keep it from being approved or published.</param>
internal sealed record CheckedPromotion(IReadOnlyList<PromotionError> Errors, IReadOnlyList<PromotionWarning> Warnings);

/// <param name="Pointer">JSON pointer into what was sent.</param>
/// <param name="Detail">In the language of the caller.</param>
internal sealed record PromotionError(string Pointer, string Detail);

/// <param name="Code">Of the rule.</param>
/// <param name="Detail">In the language of the caller.</param>
internal sealed record PromotionWarning(string Code, string Detail);

/// <summary>Says what is wrong with a promotion without saving it.</summary>
internal sealed class PromotionChecks(CompanyDay days)
{
    private static readonly PromotionInputValidator<PromotionInput> Validator = new();

    public async Task<CheckedPromotion> Of(PromotionInput input, Language language, CancellationToken ct)
    {
        try
        {
            await Validator.Require(input, ct);
        }
        catch (InvalidInput wrong)
        {
            return new CheckedPromotion([.. wrong.Errors.Select(e => new PromotionError(e.Pointer, e.Text.In(language, [.. e.Values])))], []);
        }

        var draft = input.Content.Draft();
        var warnings = new List<PromotionWarning>();
        if (!draft.IsBounded || input.CostOwnerId is null) Warn(PromotionRules.Unbounded);
        if (draft.To is { } last && last < await days.Today(ct)) Warn(PromotionRules.Over, last);
        return new CheckedPromotion([], warnings);

        void Warn(Rule rule, params object?[] values) => warnings.Add(new PromotionWarning(rule.Code, rule.Text.In(language, values)));
    }
}
