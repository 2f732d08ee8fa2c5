namespace Crm.Planning.Domain.Promotions;

/// <summary>What was published once. Never changes.</summary>
internal sealed class PromotionVersion
{
    /// <summary>Characters in which a text is told at most at once.</summary>
    private const int LongestPart = 200_000;

    private PromotionVersion()
    {
    }

    /// <summary>From 1. The highest one that has begun is in force.</summary>
    public int Number { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string? Currency { get; private set; }

    public bool NeedsCode { get; private set; }

    public int? MaxUses { get; private set; }

    public int? MaxUsesPerCoupon { get; private set; }

    public int? MaxUsesPerCustomer { get; private set; }

    public decimal? MostPerCustomer { get; private set; }

    public decimal? Budget { get; private set; }

    public Guid CostOwnerId { get; private set; }

    public DateTimeOffset ApprovedAt { get; private set; }

    public Guid ApprovedById { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public Guid PublishedById { get; private set; }

    /// <summary>As those who sell by it are told.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where in the stream of the promotion the first part of it was told; the others follow.</summary>
    public int Position { get; private set; }

    public PromotionLimits Limits => new(MaxUses, MaxUsesPerCoupon, MaxUsesPerCustomer, MostPerCustomer, Budget);

    /// <summary>The parts in which the text is told. None ends within a character.</summary>
    public IReadOnlyList<string> Parts
    {
        get
        {
            var parts = new List<string>();
            for (var from = 0; from < Text.Length;)
            {
                var length = Math.Min(LongestPart, Text.Length - from);
                if (char.IsHighSurrogate(Text[from + length - 1])) length--;
                parts.Add(Text.Substring(from, length));
                from += length;
            }

            return parts;
        }
    }

    public static PromotionVersion Of(int number, PromotionDraft draft, string text, Guid costOwnerId, Sign approved, Sign published, int position) => new()
    {
        Number = number,
        From = draft.From!.Value,
        To = draft.To!.Value,
        Currency = draft.Currency,
        NeedsCode = draft.NeedsCode,
        MaxUses = draft.Limits.MaxUses,
        MaxUsesPerCoupon = draft.Limits.MaxUsesPerCoupon,
        MaxUsesPerCustomer = draft.Limits.MaxUsesPerCustomer,
        MostPerCustomer = draft.Limits.MostPerCustomer,
        Budget = draft.Limits.Budget,
        CostOwnerId = costOwnerId,
        ApprovedAt = approved.At,
        ApprovedById = approved.ById,
        PublishedAt = published.At,
        PublishedById = published.ById,
        Text = text,
        Position = position,
    };
}

/// <summary>Who said yes, and when.</summary>
internal sealed record Sign(Guid ById, DateTimeOffset At);
