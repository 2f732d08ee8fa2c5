using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

/// <summary>What is said of a promotion besides its content.</summary>
/// <param name="Name">As it is shown to people.</param>
/// <param name="CostOwnerId">The user who answers for what it costs.</param>
/// <param name="OwnerId">Who looks after it.</param>
/// <param name="UnitId">In which unit.</param>
internal sealed record PromotionTerms(Phrase Name, Guid? CostOwnerId, Guid? OwnerId, Guid? UnitId);

/// <summary>A content, and what of it the life of a promotion depends on.</summary>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date, inclusive.</param>
/// <param name="Currency">ISO 4217, of its amounts.</param>
/// <param name="NeedsCode">Only who shows a code gets it.</param>
/// <param name="Limits">How much of it is given.</param>
/// <param name="Segments">That its conditions name.</param>
/// <param name="Text">All of it.</param>
internal sealed record PromotionDraft(
    DateOnly? From, DateOnly? To, string? Currency, bool NeedsCode, PromotionLimits Limits, IReadOnlyList<Guid> Segments, string Text)
{
    /// <summary>It begins, ends and costs no more than somebody has said.</summary>
    public bool IsBounded => From is not null && To is not null && Limits.AreBounded;
}

/// <summary>How much of a promotion is given; null: no limit.</summary>
/// <param name="MaxUses">Orders that may have it.</param>
/// <param name="MaxUsesPerCoupon">Orders that may show one code.</param>
/// <param name="MaxUsesPerCustomer">Orders of one customer that may have it.</param>
/// <param name="MostPerCustomer">Most it takes off all orders of one customer together.</param>
/// <param name="Budget">Most it takes off all orders together.</param>
internal sealed record PromotionLimits(int? MaxUses, int? MaxUsesPerCoupon, int? MaxUsesPerCustomer, decimal? MostPerCustomer, decimal? Budget)
{
    /// <summary>Whether anything bounds what it can cost: a limit per code does not, since there may be any number of codes.</summary>
    public bool AreBounded => MaxUses is not null || MaxUsesPerCustomer is not null || MostPerCustomer is not null || Budget is not null;

    /// <summary>Whether nobody can have it any more.</summary>
    /// <param name="uses">By binding orders.</param>
    /// <param name="amount">That it took off them, in the promotion's currency.</param>
    public bool AreReached(int uses, decimal amount) => uses >= MaxUses || amount >= Budget;
}
