using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

/// <summary>A request, complaint or question of a customer that somebody sees to.</summary>
internal sealed partial class ServiceCase : AggregateRoot, IOwned
{
    private readonly List<CaseNote> _notes = [];
    private readonly List<CaseStepTaken> _steps = [];

    private ServiceCase()
    {
    }

    public ServiceCaseId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>By which people know it; unique.</summary>
    public string Number { get; private set; } = "";

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public CaseKind Kind { get; private set; }

    public CasePriority Priority { get; private set; }

    public CaseChannel Channel { get; private set; }

    public CaseStatus Status { get; private set; }

    /// <summary>Empty once the customer was erased, and only then.</summary>
    [PersonalInCopies]
    public string Subject { get; private set; } = "";

    [Personal]
    public string? Description { get; private set; }

    public Guid? ContactId { get; private set; }

    public Guid? OrderId { get; private set; }

    public Guid? ProductId { get; private set; }

    /// <summary>Who sees to it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>In whose queue it lies.</summary>
    public Guid? UnitId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    [Personal]
    public string? Solution { get; private set; }

    public DateTimeOffset? SolvedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How often it was opened again.</summary>
    public int Reopenings { get; private set; }

    /// <summary>From 1 to 5, as the customer said.</summary>
    public int? Rating { get; private set; }

    [Personal]
    public string? RatingComment { get; private set; }

    public DateTimeOffset? RatedAt { get; private set; }

    public IReadOnlyList<CaseNote> Notes => _notes;

    public IReadOnlyList<CaseStepTaken> Steps => _steps;

    public bool IsOpen => Status is not (CaseStatus.Solved or CaseStatus.Closed);

    public static ServiceCase Open(
        CustomerId customer, string number, CaseFacts facts, ServiceTerms terms, Guid? assignee, Guid? unit, Guid openedById, DateTimeOffset now)
    {
        var opened = new ServiceCase { Id = new ServiceCaseId(Guid.CreateVersion7()), CustomerId = customer, Number = number, OpenedAt = now, UnitId = unit };
        opened.Take(facts);
        opened.Promise(terms, now);
        opened.Raise(new CaseWasOpened());
        if (assignee is not null) opened.Assign(assignee, unit, null, openedById, now);
        return opened;
    }

    /// <summary>Deadlines are counted anew from when it was opened, or opened again, where another kind or priority promises something else.</summary>
    public void Change(CaseFacts facts, ServiceTerms terms, DateTimeOffset now)
    {
        RefuseIfErased();
        if (!IsOpen) throw CaseRules.Closed.Broken();
        var isPromisedAnew = (facts.Kind, facts.Priority) != (Kind, Priority);
        Take(facts);
        if (isPromisedAnew) PromiseAnew(terms);
        Raise(new CaseWasChanged());
    }

    public void Assign(Guid? assignee, Guid? unit, string? words, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Assign);
        (OwnerId, UnitId) = (assignee, unit);
        var to = Status switch
        {
            CaseStatus.New or CaseStatus.Reopened when assignee is not null => CaseStatus.Assigned,
            // Back into a queue: nobody does it any more.
            CaseStatus.Assigned or CaseStatus.InProgress when assignee is null => CaseStatus.New,
            var same => same,
        };
        Move(CaseStep.Assign, to, words, by, now);
        Raise(new CaseMoved());
    }

    public void Start(string? words, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Start);
        Move(CaseStep.Start, CaseStatus.InProgress, words, by, now);
        Raise(new CaseMoved());
    }

    /// <summary>The clock of the solution stands still until the customer has answered.</summary>
    public void Wait(WorkingTime hours, string? words, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Wait);
        Pause(hours, now);
        Move(CaseStep.Wait, CaseStatus.WaitingForCustomer, words, by, now);
        Raise(new CaseMoved());
    }

    public void Resume(WorkingTime hours, string? words, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Resume);
        GoOn(hours, now);
        Move(CaseStep.Resume, CaseStatus.InProgress, words, by, now);
        Raise(new CaseMoved());
    }

    public void Solve(string solution, WorkingTime hours, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Solve);
        if (Status == CaseStatus.WaitingForCustomer) GoOn(hours, now);
        (Solution, SolvedAt) = (solution, now);
        RespondedAt ??= now;
        Move(CaseStep.Solve, CaseStatus.Solved, null, by, now);
        Raise(new CaseMoved());
    }

    /// <summary>Whoever closes what was not solved, because it was a duplicate for example, says why.</summary>
    public void Close(string? words, WorkingTime hours, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Close);
        if (IsOpen && string.IsNullOrWhiteSpace(words)) throw CaseRules.WithoutSolution.Broken();
        if (Status == CaseStatus.WaitingForCustomer) GoOn(hours, now);
        ClosedAt = now;
        Move(CaseStep.Close, CaseStatus.Closed, words, by, now);
        Raise(new CaseWasClosed());
    }

    /// <summary>The solution is promised anew from now on, and the first answer where none was given.</summary>
    public void Reopen(ServiceTerms terms, string? words, Guid by, DateTimeOffset now)
    {
        Require(CaseStep.Reopen);
        (SolvedAt, ClosedAt, EscalationLevel) = (null, null, 0);
        Reopenings++;
        Promise(terms, now);
        Move(CaseStep.Reopen, CaseStatus.Reopened, words, by, now);
        Raise(new CaseMoved());
    }

    public void Rate(int rating, string? comment, DateTimeOffset now)
    {
        Require(CaseStep.Rate);
        (Rating, RatingComment, RatedAt) = (rating, comment, now);
        Raise(new CaseWasRated());
    }

    public CaseNote Note(string text, bool isToCustomer, string? template, Guid by, DateTimeOffset now)
    {
        RefuseIfErased();
        var note = new CaseNote { WrittenAt = now, WrittenById = by, Text = text, IsToCustomer = isToCustomer, Template = template };
        _notes.Add(note);
        if (isToCustomer) RespondedAt ??= now;
        Raise(new CaseWasNoted());
        return note;
    }

    /// <summary>Takes away every word, and closes what is still open: nobody could answer any more. Happens once.</summary>
    public void Anonymise(WorkingTime hours, DateTimeOffset now)
    {
        if (Subject.Length == 0) return;
        if (IsOpen)
        {
            if (Status == CaseStatus.WaitingForCustomer) GoOn(hours, now);
            ClosedAt = now;
            Move(CaseStep.Close, CaseStatus.Closed, words: null, Guid.Empty, now);
            Raise(new CaseWasClosed());
        }

        (Subject, Description, Solution, RatingComment) = ("", null, null, null);
        foreach (var note in _notes) note.Text = null;
        foreach (var step in _steps) step.Words = null;
        Raise(new CaseWasAnonymised());
    }

    /// <summary>Why a step cannot be taken now; null when it can.</summary>
    public Rule? WhyNot(CaseStep step) => step switch
    {
        _ when Subject.Length == 0 => CustomersRules.Erased,
        CaseStep.Reopen => IsOpen ? CaseRules.NotClosed : null,
        CaseStep.Rate => IsOpen ? CaseRules.NotClosed : RatedAt is null ? null : CaseRules.RatedAlready,
        CaseStep.Close => Status == CaseStatus.Closed ? CaseRules.ClosedAlready : null,
        _ when !IsOpen => CaseRules.Closed,
        CaseStep.Assign => null,
        _ when OwnerId is null => CaseRules.NotAssigned,
        CaseStep.Start => Status is CaseStatus.Assigned or CaseStatus.Reopened ? null : CaseRules.InProgressAlready,
        CaseStep.Wait => Status == CaseStatus.InProgress ? null : CaseRules.NotInProgress,
        CaseStep.Resume => Status == CaseStatus.WaitingForCustomer ? null : CaseRules.NotWaiting,
        _ => Status is CaseStatus.InProgress or CaseStatus.WaitingForCustomer ? null : CaseRules.NotInProgress,
    };

    private void Require(CaseStep step)
    {
        if (WhyNot(step) is { } rule) throw rule.Broken();
    }

    private void Move(CaseStep step, CaseStatus to, string? words, Guid by, DateTimeOffset now)
    {
        _steps.Add(new CaseStepTaken { TakenAt = now, TakenById = by, Step = step, From = Status, To = to, AssigneeId = OwnerId, UnitId = UnitId, SolveBy = SolveBy, Words = words });
        Status = to;
    }

    private void Take(CaseFacts facts)
    {
        (Kind, Priority, Channel, Subject, Description) = (facts.Kind, facts.Priority, facts.Channel, facts.Subject.Trim(), facts.Description);
        (ContactId, OrderId, ProductId) = (facts.ContactId, facts.OrderId, facts.ProductId);
    }

    private void RefuseIfErased()
    {
        if (Subject.Length == 0) throw CustomersRules.Erased.Broken();
    }
}
