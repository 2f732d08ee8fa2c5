using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

/// <summary>Something that people do with or for a customer at a time: a visit, call, meeting, message or task.</summary>
internal sealed partial class Activity : AggregateRoot, IOwned, IDeletable
{
    /// <summary>In which people can still be reminded of what has begun.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(15);

    /// <summary>No activity takes longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>Nobody is reminded longer before.</summary>
    public static readonly TimeSpan EarliestReminder = TimeSpan.FromDays(28);

    private readonly List<ActivityParticipant> _participants = [];
    private readonly List<ActivityMove> _moves = [];

    private Activity()
    {
    }

    public ActivityId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public ActivityKind Kind { get; private set; }

    public ActivityStatus Status { get; private set; }

    /// <summary>Empty once the customer was erased, and only then.</summary>
    [PersonalInCopies]
    public string Subject { get; private set; } = "";

    [Personal]
    public string? Description { get; private set; }

    [PersonalInCopies]
    public string? Place { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>IANA name of the zone whose clock it was agreed by.</summary>
    public string TimeZone { get; private set; } = "";

    public Guid? ContactId { get; private set; }

    public Guid? OrderId { get; private set; }

    public Guid? OpportunityId { get; private set; }

    public Guid? CaseId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public int? RemindMinutesBefore { get; private set; }

    /// <summary>From when on its people are to be reminded of it; null for never.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    [Personal]
    public string? Outcome { get; private set; }

    [Personal]
    public string? NextStep { get; private set; }

    /// <summary>What was agreed upon as the next step, where it was planned.</summary>
    public ActivityId? NextId { get; private set; }

    /// <summary>Why it was cancelled or not held.</summary>
    [Personal]
    public string? Reason { get; private set; }

    /// <summary>When it took place, once it is done: a visit when the visitor left, a task when it was said to be done, anything else at its end.</summary>
    public DateTimeOffset? HappenedAt { get; private set; }

    /// <summary>How often calendars had to be told another time or an end; RFC 5545's SEQUENCE.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<ActivityParticipant> Participants => _participants;

    public IReadOnlyList<ActivityMove> Moves => _moves;

    public bool IsOpen => Status is ActivityStatus.Planned or ActivityStatus.InProgress;

    /// <summary>Whoever takes part can do nothing else meanwhile.</summary>
    public bool IsBusy => Kind is ActivityKind.Visit or ActivityKind.Call or ActivityKind.Meeting;

    /// <summary>Until when a mail still helps: what takes no time is over when it begins, and the mail is on its way by then.</summary>
    public DateTimeOffset RemindUntil => EndsAt > StartsAt + LeastTime ? EndsAt : StartsAt + LeastTime;

    public Appointment When => new(StartsAt, EndsAt, TimeZone);

    /// <summary>The users who are to be there.</summary>
    public IEnumerable<Guid> People =>
        _participants.Select(p => p.UserId).Prepend(OwnerId).OfType<Guid>().Distinct();

    public static Activity Plan(
        CustomerId customer, ActivityKind kind, ActivityFacts facts, Appointment when, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        var activity = new Activity { Id = new ActivityId(Guid.CreateVersion7()), CustomerId = customer, Kind = kind, OwnerId = ownerId, UnitId = unitId };
        activity.Take(when);
        activity.Take(facts);
        activity.Happened(now, new ActivityWasPlanned());
        return activity;
    }

    /// <summary>What was told of one that took place stays: whose it was and what it was about.</summary>
    public void Change(ActivityFacts facts, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        RefuseIfErased();
        if (Status == ActivityStatus.Done && (ownerId, unitId, facts.OrderId, facts.OpportunityId, facts.CaseId) != (OwnerId, UnitId, OrderId, OpportunityId, CaseId))
            throw ActivityRules.ToldAlready.Broken();
        (OwnerId, UnitId) = (ownerId, unitId);
        Take(facts);
        Happened(now, new ActivityWasChanged());
    }

    /// <summary>Puts right what was written down when it ended.</summary>
    public void Correct(string? outcome, string? nextStep, string? reason)
    {
        if (IsOpen) return;
        if (Status == ActivityStatus.Done) Outcome = outcome;
        else Reason = reason;
        if (Status != ActivityStatus.Cancelled) NextStep = nextStep;
    }

    /// <summary>Puts it off, or brings it forward. Whoever was reminded is reminded of the new time again.</summary>
    public void Move(Appointment to, string? reason, Guid movedById, DateTimeOffset now)
    {
        RequirePlanned();
        if (to == When) return;
        _moves.Add(new ActivityMove
        {
            MovedAt = now,
            MovedById = movedById,
            FromStartsAt = StartsAt,
            FromEndsAt = EndsAt,
            ToStartsAt = to.StartsAt,
            ToEndsAt = to.EndsAt,
            Reason = reason,
        });
        Take(to);
        Sequence++;
        Happened(now, new ActivityWasMoved());
    }

    public void Start(DateTimeOffset now)
    {
        RequirePlanned();
        Status = ActivityStatus.InProgress;
        Happened(now, new ActivityWasStarted());
    }

    public void Complete(string? outcome, string? nextStep, ActivityId? next, DateTimeOffset now)
    {
        RequireOpen();
        if (CheckIn is not null && CheckOut is null) throw ActivityRules.NotCheckedOut.Broken();
        (Status, Outcome, NextStep, NextId) = (ActivityStatus.Done, outcome, nextStep, next);
        HappenedAt = CheckOut?.At ?? (Kind is ActivityKind.Task || EndsAt > now ? now : EndsAt);
        RemindAt = null;
        Happened(now, new ActivityWasCompleted());
    }

    /// <summary>The time came and nobody was there.</summary>
    public void NotHeld(string? reason, string? nextStep, ActivityId? next, DateTimeOffset now)
    {
        RequirePlanned();
        (NextStep, NextId) = (nextStep, next);
        CallOff(ActivityStatus.NotHeld, reason, now);
    }

    public void Cancel(string? reason, DateTimeOffset now)
    {
        RequireOpen();
        CallOff(ActivityStatus.Cancelled, reason, now);
    }

    /// <summary>Takes away all words about the customer, and where the customer is; what is still to come is called off. Happens once.</summary>
    public void Anonymise(DateTimeOffset now)
    {
        if (Subject.Length == 0) return;
        if (IsOpen) CallOff(ActivityStatus.Cancelled, reason: null, now);
        (Subject, Description, Place, Outcome, NextStep, Reason) = ("", null, null, null, null, null);
        foreach (var move in _moves) move.Reason = null;
        ForgetArrival();
        ForgetDeparture();
        Raise(new ActivityWasAnonymised());
    }

    private void CallOff(ActivityStatus status, string? reason, DateTimeOffset now)
    {
        (Status, Reason, RemindAt) = (status, reason, null);
        Sequence++;
        Happened(now, new ActivityWasCalledOff());
    }

    private void Take(Appointment when)
    {
        (StartsAt, EndsAt, TimeZone) = when;
        RemindAt = RemindMinutesBefore is { } minutes ? StartsAt.AddMinutes(-minutes) : null;
    }

    private void Take(ActivityFacts facts)
    {
        (Subject, Description, Place) = (facts.Subject.Trim(), facts.Description, facts.Place);
        (ContactId, OrderId, OpportunityId, CaseId) = (facts.ContactId, facts.OrderId, facts.OpportunityId, facts.CaseId);
        RemindMinutesBefore = facts.RemindMinutesBefore;
        RemindAt = IsOpen && RemindMinutesBefore is { } minutes ? StartsAt.AddMinutes(-minutes) : null;
        var wanted = facts.Participants.Where(p => p.UserId is null || p.UserId != OwnerId).DistinctBy(p => (p.UserId, p.ContactId)).ToList();
        _participants.RemoveAll(p => !wanted.Exists(w => IsSame(w, p)));
        _participants.AddRange(wanted.Where(w => !_participants.Exists(p => IsSame(w, p))).ToList());
    }

    private static bool IsSame(ActivityParticipant one, ActivityParticipant other) => (one.UserId, one.ContactId) == (other.UserId, other.ContactId);

    private void Happened(DateTimeOffset now, DomainEvent happened)
    {
        ChangedAt = now;
        Raise(happened);
    }

    private void RequirePlanned()
    {
        RequireOpen();
        if (Status != ActivityStatus.Planned) throw ActivityRules.NotPlanned.Broken();
    }

    private void RequireOpen()
    {
        RefuseIfErased();
        if (!IsOpen) throw ActivityRules.NotOpen.Broken();
    }

    private void RefuseIfErased()
    {
        if (Subject.Length == 0) throw CustomersRules.Erased.Broken();
    }
}
