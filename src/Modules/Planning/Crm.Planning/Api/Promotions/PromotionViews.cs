using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Domain.Promotions;

namespace Crm.Planning.Api.Promotions;

/// <summary>A promotion in a list.</summary>
/// <param name="From">First day of the draft, or of the newest version.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Versions">That were published.</param>
/// <param name="HasDraft">A next version is being drafted.</param>
internal sealed record PromotionRow(
    Guid Id,
    string Code,
    string NameEnglish,
    string NameChinese,
    PromotionState State,
    DateOnly? From,
    DateOnly? To,
    Guid? CostOwnerId,
    Guid? OwnerId,
    Guid? UnitId,
    int Versions,
    bool HasDraft,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ArchivedAt,
    int Version)
{
    public static readonly Expression<Func<Promotion, PromotionRow>> FromPromotion = p => new PromotionRow(
        p.Id.Value, p.Code, p.NameEnglish, p.NameChinese, p.State, p.From, p.To, p.CostOwnerId, p.OwnerId, p.UnitId, p.Versions.Count, p.Draft != null,
        p.CreatedAt, p.ArchivedAt, p.Version);
}

/// <summary>A promotion in full.</summary>
/// <param name="Draft">What the next version will be; null: nobody has begun it.</param>
/// <param name="ApprovedAt">When the draft was approved.</param>
/// <param name="ApprovedById">By whom.</param>
/// <param name="Versions">That were published, the newest first.</param>
/// <param name="TurnedAt">When it was suspended, resumed or ended last.</param>
/// <param name="TurnReason">Why; <c>spent</c>: its limits were reached.</param>
/// <param name="EndedEarly">It was ended by hand, before its days were over.</param>
internal sealed record PlannedPromotionView(
    Guid Id,
    string Code,
    Phrase Name,
    PromotionState State,
    Guid? CostOwnerId,
    Guid? OwnerId,
    Guid? UnitId,
    PromotionContent? Draft,
    DateTimeOffset? ApprovedAt,
    Guid? ApprovedById,
    IReadOnlyList<PromotionVersionRow> Versions,
    DateTimeOffset? TurnedAt,
    string? TurnReason,
    bool EndedEarly,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ArchivedAt,
    int Version)
{
    public static PlannedPromotionView Of(Promotion p) => new(
        p.Id.Value, p.Code, new Phrase(p.NameEnglish, p.NameChinese), p.State, p.CostOwnerId, p.OwnerId, p.UnitId, PromotionContent.DraftOf(p), p.ApprovedAt,
        p.ApprovedById, [.. p.Versions.OrderByDescending(v => v.Number).Select(PromotionVersionRow.Of)], p.TurnedAt, p.TurnReason, p.EndedEarly, p.CreatedAt,
        p.ArchivedAt, p.Version);
}

/// <summary>What was published once, without what it says.</summary>
internal sealed record PromotionVersionRow(int Number, DateOnly From, DateOnly To, DateTimeOffset ApprovedAt, Guid ApprovedById, DateTimeOffset PublishedAt, Guid PublishedById)
{
    public static PromotionVersionRow Of(PromotionVersion v) => new(v.Number, v.From, v.To, v.ApprovedAt, v.ApprovedById, v.PublishedAt, v.PublishedById);
}

/// <summary>What was published once.</summary>
internal sealed record PromotionVersionView(int Number, Guid CostOwnerId, DateTimeOffset ApprovedAt, Guid ApprovedById, DateTimeOffset PublishedAt, Guid PublishedById, PromotionContent Content)
{
    public static PromotionVersionView Of(PromotionVersion v) => new(
        v.Number, v.CostOwnerId, v.ApprovedAt, v.ApprovedById, v.PublishedAt, v.PublishedById, PromotionContent.Of(v));
}

/// <param name="Reason">Why; told to those who sell.</param>
internal sealed record SuspensionInput(string Reason);

/// <param name="Reason">Why, if that is worth saying.</param>
internal sealed record TurnInput(string? Reason = null);
