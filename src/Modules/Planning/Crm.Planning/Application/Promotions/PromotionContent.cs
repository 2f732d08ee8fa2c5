using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Domain.Promotions;
using Crm.Pricing;
using Offer = Crm.Pricing.Promotion;

namespace Crm.Planning.Application.Promotions;

/// <summary>What a promotion asks for and gives, in the language of the price engine, and how much of it is given.</summary>
internal sealed record PromotionContent
{
    /// <summary>When it works; see the phases of a price.</summary>
    public required PricePhase Phase { get; init; }

    public required PromotionAction Action { get; init; }

    /// <summary>The lines it is about.</summary>
    public LineSelector Lines { get; init; } = LineSelector.All;

    /// <summary>Left out: always.</summary>
    public Condition? When { get; init; }

    /// <summary>For whom, where and when; the days are needed before it is approved.</summary>
    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    /// <summary>ISO 4217; needed where an action, a cap, a condition or a limit is an amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The higher one works first.</summary>
    public int Priority { get; init; }

    /// <summary>Of one group only the first that gives something applies.</summary>
    public string? ExclusiveGroup { get; init; }

    public decimal? MostPerLine { get; init; }

    public decimal? MostPerOrder { get; init; }

    /// <summary>Confirmed orders that may use it; left out: no limit.</summary>
    public int? MaxUses { get; init; }

    /// <summary>Confirmed orders that may use each code.</summary>
    public int? MaxUsesPerCoupon { get; init; }

    /// <summary>Confirmed orders of one customer that may use it.</summary>
    public int? MaxUsesPerCustomer { get; init; }

    /// <summary>Most that it may take off all confirmed orders of one customer together; of a credit, the credit.</summary>
    public decimal? MostPerCustomer { get; init; }

    /// <summary>Most that it may take off all confirmed orders together.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The customer must show a code that was issued for it.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>Segments that its conditions name.</summary>
    [JsonIgnore]
    public IEnumerable<string> Segments => ToOffer("", 1, new Phrase("", "")).Conditions().OfType<InSegment>().SelectMany(c => c.Segments).Distinct(StringComparer.Ordinal);

    /// <summary>What is drafted of a promotion; null: nothing.</summary>
    public static PromotionContent? DraftOf(Domain.Promotions.Promotion promotion) =>
        promotion.Draft is { } text ? JsonSerializer.Deserialize<PromotionContent>(text, CrmJson.Options) : null;

    /// <summary>What was published.</summary>
    public static PromotionContent Of(PromotionVersion version)
    {
        var offer = JsonSerializer.Deserialize<Offer>(version.Text, CrmJson.Options)!;
        return new PromotionContent
        {
            Phase = offer.Phase,
            Action = offer.Action,
            Lines = offer.Lines,
            When = offer.When,
            Scope = offer.Scope,
            Currency = offer.Currency,
            Priority = offer.Priority,
            ExclusiveGroup = offer.ExclusiveGroup,
            MostPerLine = offer.MostPerLine,
            MostPerOrder = offer.MostPerOrder,
            MaxUses = version.MaxUses,
            MaxUsesPerCoupon = version.MaxUsesPerCoupon,
            MaxUsesPerCustomer = version.MaxUsesPerCustomer,
            MostPerCustomer = version.MostPerCustomer,
            Budget = version.Budget,
            NeedsCode = offer.NeedsCode,
        };
    }

    /// <summary>As it is kept, with what the life of the promotion depends on.</summary>
    public PromotionDraft Draft() => new(
        Scope.From, Scope.To, Currency, NeedsCode, new PromotionLimits(MaxUses, MaxUsesPerCoupon, MaxUsesPerCustomer, MostPerCustomer, Budget),
        [.. Segments.Select(Guid.Parse)], JsonSerializer.Serialize(this, CrmJson.Options));

    /// <summary>As those who sell by it are told.</summary>
    public string Told(string code, int number, Phrase name) => JsonSerializer.Serialize(ToOffer(code, number, name), CrmJson.Options);

    public Offer ToOffer(string code, int number, Phrase name) => new()
    {
        Code = code,
        Version = number,
        Name = name,
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
        NeedsCode = NeedsCode,
    };
}
