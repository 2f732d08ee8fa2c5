using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.PriceLists;

/// <summary>What is written for the next version, as far as the list knows it.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Priority">The higher one is asked first.</param>
/// <param name="From">First business date; null: since ever.</param>
/// <param name="To">Last business date, inclusive; null: without end.</param>
/// <param name="Lines">How many lines it has.</param>
internal sealed record PriceListDraft(string Text, string Currency, int Priority, DateOnly? From, DateOnly? To, int Lines);

/// <summary>How a list is called, and whose it is.</summary>
internal sealed record PriceListLabel(string Code, string English, string Chinese, Guid? OwnerId, Guid? UnitId);

/// <summary>A price list: a draft that is worked on, and the versions that were published of it, which never change.</summary>
internal sealed class PlannedPriceList : AggregateRoot, IOwned, IDeletable
{
    private readonly List<PriceListVersion> _versions = [];

    private PlannedPriceList()
    {
    }

    public PlannedPriceListId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public string English { get; private set; } = "";

    public string Chinese { get; private set; } = "";

    public PriceListState State { get; private set; }

    public NextVersion Next { get; private set; }

    /// <summary>What is written for the next version, as JSON.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>Rises with everything that is written into the draft.</summary>
    public int DraftNumber { get; private set; }

    public string Currency { get; private set; } = "";

    public int Priority { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>Lines of the draft.</summary>
    public int LineCount { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Number of the last published version; 0 while there is none.</summary>
    public int Number { get; private set; }

    /// <summary>When the list was suspended, resumed or ended last.</summary>
    public DateTimeOffset? TurnedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? TurnedBecause { get; private set; }

    /// <summary>Version of the list with which the others were told of it; 0 while they never were.</summary>
    public int TurnedPosition { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<PriceListVersion> Versions => _versions;

    public static PlannedPriceList Create(PriceListLabel label, PriceListDraft draft, DateTimeOffset now)
    {
        var list = new PlannedPriceList { Id = PlannedPriceListId.New(), CreatedAt = now };
        list.Take(label);
        list.Take(draft);
        list.Raise(new PriceListWasCreated());
        return list;
    }

    public void Change(PriceListLabel label, PriceListDraft draft)
    {
        RequireNotOver();
        if (Number > 0 && label.Code != Code) throw PriceListRules.CodeStays.Broken(Code);
        Take(label);
        if (draft.Text != Draft) Take(draft);
        Raise(new PriceListWasChanged());
    }

    /// <summary>Writes into the draft and nowhere else.</summary>
    public void Write(PriceListDraft draft)
    {
        RequireNotOver();
        Take(draft);
        Raise(new PriceListWasChanged());
    }

    public void Approve(Guid by, DateTimeOffset now)
    {
        RequireNotOver();
        if (Next != NextVersion.Draft) throw PriceListRules.NothingDrafted.Broken();
        (Next, ApprovedById, ApprovedAt) = (NextVersion.Approved, by, now);
        Raise(new PriceListWasApproved());
    }

    /// <summary>Makes what is approved the next version. Its parts are told one after the other.</summary>
    public void Publish(VersionTerms terms, IReadOnlyList<string> parts, DateTimeOffset now)
    {
        RequireNotOver();
        if (Next != NextVersion.Approved || ApprovedAt is not { } approvedAt) throw PriceListRules.NotApproved.Broken();
        Number++;
        var version = new PriceListVersion(Number, terms, now);
        version.WasApproved(ApprovedById, approvedAt);
        _versions.Add(version);
        Next = NextVersion.None;
        if (State == PriceListState.Draft) State = PriceListState.Published;
        version.WasTold(Version + 1);
        for (var i = 0; i < parts.Count; i++) Raise(new PriceListWasPublished(Number, i + 1, parts.Count, parts[i]));
    }

    public void Suspend(string? reason, DateTimeOffset now)
    {
        Require(PriceListState.Published);
        Turn(PriceListState.Suspended, reason, now, new PriceListWasSuspended());
    }

    public void Resume(string? reason, DateTimeOffset now)
    {
        Require(PriceListState.Suspended);
        Turn(PriceListState.Published, reason, now, new PriceListWasResumed());
    }

    public void End(string? reason, DateTimeOffset now)
    {
        if (State != PriceListState.Suspended) Require(PriceListState.Published);
        Turn(PriceListState.Ended, reason, now, new PriceListWasEnded());
    }

    public void Archive()
    {
        Require(PriceListState.Ended);
        State = PriceListState.Archived;
        Raise(new PriceListWasArchived());
    }

    public void Delete(DateTimeOffset now)
    {
        if (Number > 0) throw PriceListRules.NotDeletable.Broken();
        DeletedAt = now;
        Raise(new PriceListWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) throw PriceListRules.NotDeleted.Broken();
        DeletedAt = null;
        Raise(new PriceListWasRestored());
    }

    private void Take(PriceListLabel label) =>
        (Code, English, Chinese, OwnerId, UnitId) = (label.Code, label.English.Trim(), label.Chinese.Trim(), label.OwnerId, label.UnitId);

    private void Take(PriceListDraft draft)
    {
        (Draft, Currency, Priority, ValidFrom, ValidTo, LineCount) = draft;
        (Next, ApprovedById, ApprovedAt) = (NextVersion.Draft, null, null);
        DraftNumber++;
    }

    private void Turn(PriceListState state, string? reason, DateTimeOffset now, DomainEvent happened)
    {
        (State, TurnedBecause, TurnedAt) = (state, reason, now);
        Raise(happened);
        TurnedPosition = Version;
    }

    private void Require(PriceListState wanted)
    {
        if (State != wanted) throw PriceListRules.NotInForce.Broken(State.ToString().ToLowerInvariant(), wanted.ToString().ToLowerInvariant());
    }

    private void RequireNotOver()
    {
        if (State is PriceListState.Ended or PriceListState.Archived) throw PriceListRules.Over.Broken();
    }
}
