using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What is said of one version of a promotion, without the codes of its vouchers.</summary>
internal abstract record PromotionContent
{
    [JsonIgnore]
    public string Code { get; init; } = "";

    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>As it is shown to people.</summary>
    public required Phrase Name { get; init; }

    /// <summary>When it works; see the phases of a price.</summary>
    public required PricePhase Phase { get; init; }

    public required PromotionAction Action { get; init; }

    public LineSelector Lines { get; init; } = LineSelector.All;

    /// <summary>Left out: always.</summary>
    public Condition? When { get; init; }

    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    /// <summary>ISO 4217; needed where an action, a cap, a condition or the budget is an amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The higher one works first.</summary>
    public int Priority { get; init; }

    /// <summary>Of one group only the first that gives something applies.</summary>
    public string? ExclusiveGroup { get; init; }

    public decimal? MostPerLine { get; init; }

    public decimal? MostPerOrder { get; init; }

    /// <summary>Confirmed orders that may use it; left out: no limit.</summary>
    public int? MaxUses { get; init; }

    /// <summary>Confirmed orders that may use each coupon.</summary>
    public int? MaxUsesPerCoupon { get; init; }

    /// <summary>Confirmed orders of one customer that may use it.</summary>
    public int? MaxUsesPerCustomer { get; init; }

    /// <summary>Most that it may take off all confirmed orders of one customer together; of a credit, the credit.</summary>
    public decimal? MostPerCustomer { get; init; }

    /// <summary>Most that it may take off all confirmed orders together.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The customer must show a code of it, of those that it lists or of a batch that was issued for it.</summary>
    public bool NeedsCode { get; init; }
}

/// <summary>Publishes one version of a promotion, or of a batch of vouchers.</summary>
internal sealed record PublishPromotion : PromotionContent, ICommand<Published>
{
    /// <summary>Coupons of one promotion.</summary>
    public const int MostCoupons = 20_000;

    /// <summary>Codes of which the customer must show one; left out, nobody has to ask for it.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    [JsonIgnore]
    public UseLimit Limit => new(MaxUses, Budget);

    [JsonIgnore]
    public GivenLimits Limits => new(MaxUses, MaxUsesPerCoupon, MaxUsesPerCustomer, MostPerCustomer, Budget);

    /// <summary>Whether what one customer has had of it counts.</summary>
    [JsonIgnore]
    public bool CountsPerCustomer => MaxUsesPerCustomer is not null || MostPerCustomer is not null;

    /// <summary>Every condition of its tree.</summary>
    public IEnumerable<Condition> Conditions() => ToPromotion().Conditions();

    public static PublishPromotion Of(Promotion promotion, GivenLimits limits) => new()
    {
        Code = promotion.Code,
        Version = promotion.Version,
        Name = promotion.Name,
        Phase = promotion.Phase,
        Action = promotion.Action,
        Lines = promotion.Lines,
        When = promotion.When,
        Scope = promotion.Scope,
        Currency = promotion.Currency,
        Priority = promotion.Priority,
        ExclusiveGroup = promotion.ExclusiveGroup,
        MostPerLine = promotion.MostPerLine,
        MostPerOrder = promotion.MostPerOrder,
        MaxUses = limits.MaxUses,
        MaxUsesPerCoupon = limits.MaxUsesPerCoupon,
        MaxUsesPerCustomer = limits.MaxUsesPerCustomer,
        MostPerCustomer = limits.MostPerCustomer,
        Budget = limits.Budget,
        NeedsCode = promotion.NeedsCode,
        Coupons = promotion.Coupons,
    };

    public Promotion ToPromotion() => new()
    {
        Code = Code,
        Version = Version,
        Name = Name,
        Phase = Phase,
        Action = Action,
        Lines = Lines,
        When = When,
        Scope = Scope,
        Currency = Currency,
        Priority = Priority,
        ExclusiveGroup = ExclusiveGroup,
        MostPerLine = MostPerLine,
        MostPerOrder = MostPerOrder,
        Coupons = Coupons,
        NeedsCode = NeedsCode,
    };
}

internal sealed class PublishPromotionValidator : AbstractValidator<PublishPromotion>
{
    public PublishPromotionValidator()
    {
        RuleFor(c => c.Code).IsPublicationCode();
        RuleFor(c => c.Version).GreaterThan(0);
        RuleFor(c => c.Name.English).MaximumLength(Columns.Name);
        RuleFor(c => c.Name.Chinese).MaximumLength(Columns.Name);
        RuleFor(c => c.ExclusiveGroup).MaximumLength(Columns.Code);
        RuleFor(c => c.Coupons).Must(coupons => coupons.Count <= PublishPromotion.MostCoupons).WithPhrase(PublicationPhrases.TooMany);
        RuleForEach(c => c.Coupons).IsPublicationCode();
        RuleFor(c => c.MaxUses).GreaterThan(0);
        RuleFor(c => c.MaxUsesPerCoupon).GreaterThan(0);
        RuleFor(c => c.Budget).GreaterThan(0m).LessThanOrEqualTo(Domain.Limits.LargestNet);
        RuleFor(c => c.MaxUsesPerCustomer).GreaterThan(0);
        RuleFor(c => c.MostPerCustomer).GreaterThan(0m).LessThanOrEqualTo(Domain.Limits.LargestNet);
        // Without it nobody would know what is left of the credit.
        RuleFor(c => c.MostPerCustomer).NotNull().When(c => c.Action is Offset { Kind: OffsetKind.Credit });
        RuleFor(c => c.Currency).NotNull().When(c => c.Budget is not null || c.MostPerCustomer is not null);
    }
}

internal sealed class PublishPromotionHandler(Publications publications) : ICommandHandler<PublishPromotion, Published>
{
    public async Task<Published> Handle(PublishPromotion command, CancellationToken ct)
    {
        Publications.Require([.. PricingChecks.Of(command.ToPromotion()), .. await publications.Unknown(command.Scope, ct)]);
        return await publications.Publish(command, isPlanned: false, ct);
    }
}
