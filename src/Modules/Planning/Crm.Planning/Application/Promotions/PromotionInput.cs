using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Crm.Pricing;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>A promotion as callers write it, without its code.</summary>
internal record PromotionInput
{
    /// <summary>Its name in masks.</summary>
    public const string Resource = "planned-promotions";

    /// <summary>As it is shown to people.</summary>
    public required Phrase Name { get; init; }

    /// <summary>The user who answers for what it costs; needed before it is approved.</summary>
    public Guid? CostOwnerId { get; init; }

    /// <summary>Left out: the caller for a new promotion, else unchanged.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out: the caller's unit for a new promotion, else unchanged.</summary>
    public Guid? UnitId { get; init; }

    public required PromotionContent Content { get; init; }

    /// <summary>The promotion as the body that would write it: its draft, else the newest version.</summary>
    public static PromotionInput Of(Domain.Promotions.Promotion p) => new()
    {
        Name = new Phrase(p.NameEnglish, p.NameChinese),
        CostOwnerId = p.CostOwnerId,
        OwnerId = p.OwnerId,
        UnitId = p.UnitId,
        Content = PromotionContent.DraftOf(p) ?? PromotionContent.Of(p.Newest!),
    };
}

/// <param name="Id">The promotion.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="State">Its state now.</param>
/// <param name="Number">Its newest version; null: it was never published.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record PromotionReply(Guid Id, string Code, PromotionState State, int? Number, int Version)
{
    public static PromotionReply Of(Domain.Promotions.Promotion p) => new(p.Id.Value, p.Code, p.State, p.Newest?.Number, p.Version);
}

internal sealed class PromotionInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : PromotionInput
{
    private const int LongestName = 200;

    public PromotionInputValidator()
    {
        RuleFor(p => p.Name.English).MaximumLength(LongestName);
        RuleFor(p => p.Name.Chinese).MaximumLength(LongestName);
        RuleFor(p => p.Content).SetValidator(new PromotionContentValidator());
        RuleFor(p => p).Custom((input, context) =>
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Language.Chinese : Language.English;
            foreach (var error in PricingChecks.Of(input.Content.ToOffer("checked", 1, input.Name)))
            {
                var at = error.Pointer.StartsWith("/name", StringComparison.Ordinal) ? error.Pointer : $"/content{error.Pointer}";
                context.AddFailure(at.Replace('/', '.'), error.Text.In(language, [.. error.Values]));
            }
        });
    }
}

internal sealed class PromotionContentValidator : AbstractValidator<PromotionContent>
{
    private const int AmountDigits = 4;
    private const string IdForm = "D";

    private static readonly Phrase Fine = new("At most four decimals.", "最多四位小数。");
    private static readonly Phrase CreditNeeded = new("A credit is this much per customer: give it.", "余额须填写每位客户的金额上限。");
    private static readonly Phrase CurrencyNeeded = new("Give the currency: a limit is an amount.", "请填写币种：限制为金额。");
    private static readonly Phrase SegmentIds = new("Name segments by their ids.", "请使用客户分群的 ID。");

    public PromotionContentValidator()
    {
        RuleFor(c => c.ExclusiveGroup).MaximumLength(OffersMapping.LongestCode);
        RuleFor(c => c.MaxUses).GreaterThan(0);
        RuleFor(c => c.MaxUsesPerCoupon).GreaterThan(0);
        RuleFor(c => c.MaxUsesPerCustomer).GreaterThan(0);
        IsAmount(c => c.MostPerCustomer);
        IsAmount(c => c.Budget);
        // Without it nobody would know what is left of the credit.
        RuleFor(c => c.MostPerCustomer).NotNull().WithPhrase(CreditNeeded).When(c => c.Action is Offset { Kind: OffsetKind.Credit });
        RuleFor(c => c.Currency).NotNull().WithPhrase(CurrencyNeeded).When(c => c.Budget is not null || c.MostPerCustomer is not null);
        RuleFor(c => c.When).Must((content, _) => content.Segments.All(s => Guid.TryParseExact(s, IdForm, out var id) && id != Guid.Empty)).WithPhrase(SegmentIds);
    }

    private void IsAmount(Expression<Func<PromotionContent, decimal?>> amount) => RuleFor(amount)
        .GreaterThan(0m).LessThanOrEqualTo(PricingChecks.LargestTotal)
        .Must(value => value is not { } given || decimal.Round(given, AmountDigits) == given).WithPhrase(Fine);
}
