using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

/// <summary>An offer to customers: a draft that can change, and the versions that were published of it, which cannot.</summary>
/// <remarks>
/// A draft is approved and then published as the next version; changing it takes the approval back. Once published, a promotion can be
/// suspended and resumed, goes on by the versions it has while the next one is drafted, and ends by itself or by hand.
/// </remarks>
internal sealed partial class Promotion : AggregateRoot, IOwned, IDeletable
{
    private readonly List<PromotionVersion> _versions = [];

    private Promotion()
    {
    }

    public PromotionId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>As orders name it; never changes.</summary>
    public string Code { get; private set; } = "";

    public string NameEnglish { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    public PromotionState State { get; private set; }

    /// <summary>First day of the draft, or of the newest version.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day of the draft, or of the newest version.</summary>
    public DateOnly? To { get; private set; }

    public Guid? CostOwnerId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What the next version will be; null: nobody has begun it.</summary>
    public string? Draft { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    /// <summary>When it was suspended, resumed or ended last, and why.</summary>
    public DateTimeOffset? TurnedAt { get; private set; }

    public string? TurnReason { get; private set; }

    /// <summary>Where in its stream that was told; 0: it never was.</summary>
    public int TurnPosition { get; private set; }

    /// <summary>It was ended by hand, before its days were over.</summary>
    public bool EndedEarly { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<PromotionVersion> Versions => _versions;

    /// <summary>The newest version.</summary>
    public PromotionVersion? Newest => _versions.MaxBy(v => v.Number);

    /// <summary>Of the version that would be published next.</summary>
    public int NextNumber => (Newest?.Number ?? 0) + 1;

    public static Promotion Begin(string code, PromotionTerms terms, PromotionDraft draft, DateTimeOffset now)
    {
        var promotion = new Promotion { Id = PromotionId.New(), Code = code, CreatedAt = now };
        promotion.Take(terms);
        promotion.Take(draft);
        promotion.Raise(new PromotionWasDrafted());
        return promotion;
    }

    /// <summary>Makes a draft of the next version, or replaces it.</summary>
    public void Change(PromotionTerms terms, PromotionDraft draft)
    {
        RequireNotEnded();
        Take(terms);
        Take(draft);
        (ApprovedAt, ApprovedById) = (null, null);
        if (State == PromotionState.Approved) State = PromotionState.Draft;
        Raise(new PromotionWasChanged());
    }

    /// <summary>Says yes to the draft as it stands.</summary>
    public void Approve(PromotionDraft? draft, Sign sign)
    {
        RequireNotEnded();
        if (draft is null || ApprovedAt is not null) throw PromotionRules.NothingToApprove.Broken();
        if (!draft.IsBounded || CostOwnerId is null) throw PromotionRules.Unbounded.Broken();
        (ApprovedAt, ApprovedById) = (sign.At, sign.ById);
        if (State == PromotionState.Draft) State = PromotionState.Approved;
        Raise(new PromotionWasApproved());
        foreach (var segment in draft.Segments) Raise(new SegmentWasWanted(Guid.CreateVersion7(sign.At), segment, draft.To!.Value));
    }

    public void Delete(DateTimeOffset now)
    {
        if (_versions.Count > 0) throw PromotionRules.NotDraft.Broken();
        DeletedAt = now;
        Raise(new PromotionWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) throw PromotionRules.NotDeleted.Broken();
        DeletedAt = null;
        Raise(new PromotionWasRestored());
    }

    public void Archive(DateTimeOffset now)
    {
        if (State != PromotionState.Ended || ArchivedAt is not null) throw PromotionRules.NotEnded.Broken();
        ArchivedAt = now;
        Raise(new PromotionWasArchived());
    }

    private void Take(PromotionTerms terms)
    {
        (NameEnglish, NameChinese) = (terms.Name.English.Trim(), terms.Name.Chinese.Trim());
        (CostOwnerId, OwnerId, UnitId) = (terms.CostOwnerId, terms.OwnerId, terms.UnitId);
    }

    private void Take(PromotionDraft draft) => (Draft, From, To) = (draft.Text, draft.From, draft.To);

    private void RequireNotEnded()
    {
        if (State == PromotionState.Ended) throw PromotionRules.Ended.Broken();
    }
}
