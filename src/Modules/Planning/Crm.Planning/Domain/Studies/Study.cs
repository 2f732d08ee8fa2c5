using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Studies;

internal readonly record struct StudyId(Guid Value) : ITypedId;

internal enum StudyState
{
    [Label("Designed", "设计中")]
    Designed,
    [Label("In the field", "实施中")]
    Fielding,
    [Label("Completed", "已完成")]
    Completed,
    [Label("Archived", "已归档")]
    Archived,
}

/// <summary>What may be said of a study besides its questions.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Objective">What is to be found out.</param>
/// <param name="From">First day of the field work.</param>
/// <param name="To">Last day of it.</param>
internal sealed record StudyTerms(string Name, string? Objective, DateOnly From, DateOnly To);

/// <summary>Questions that are put to people, their answers, and what was found.</summary>
/// <remarks>
/// Designed: everything can change. In the field: answers are taken and questions stay as they are. Completed: no more answers. Archived: out of the way.
/// </remarks>
internal sealed class Study : AggregateRoot, IOwned, IDeletable
{
    private readonly List<Finding> _findings = [];

    private Study()
    {
    }

    public StudyId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique among those that are not deleted; never changes.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Objective { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public StudyState State { get; private set; }

    /// <summary>In the order in which they are put.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Business date; null until then.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>How many had answered when it was completed.</summary>
    public int Responses { get; private set; }

    /// <summary>Where in its history the completion stands.</summary>
    public int CompletedPosition { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public static Study Design(string code, StudyTerms terms, IReadOnlyList<Question> questions, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        var study = new Study { Id = new StudyId(Guid.CreateVersion7()), Code = code, Questions = questions, OwnerId = ownerId, UnitId = unitId, CreatedAt = now };
        study.Take(terms);
        study.Raise(new StudyWasDesigned());
        return study;
    }

    public void Change(StudyTerms terms, IReadOnlyList<Question> questions, Guid? ownerId, Guid? unitId)
    {
        if (State is StudyState.Completed or StudyState.Archived) throw StudyRules.Finished.Broken();
        if (!Asks(questions))
        {
            if (State != StudyState.Designed) throw StudyRules.QuestionsFrozen.Broken();
            Questions = questions;
        }

        Take(terms);
        (OwnerId, UnitId) = (ownerId, unitId);
        Raise(new StudyWasChanged());
    }

    public void BeginFielding()
    {
        RequireDesigned();
        if (Questions.Count == 0) throw StudyRules.WithoutQuestions.Broken();
        State = StudyState.Fielding;
        Raise(new StudyWentIntoTheField());
    }

    public void Complete(int responses, DateOnly today)
    {
        RequireFielding();
        (State, Responses, CompletedOn) = (StudyState.Completed, responses, today);
        Raise(new StudyWasCompleted());
        CompletedPosition = Version;
    }

    public void Archive()
    {
        if (State != StudyState.Completed) throw StudyRules.NotCompleted.Broken();
        State = StudyState.Archived;
        Raise(new StudyWasArchived());
    }

    /// <param name="text">What was found.</param>
    /// <param name="evidence">Keys of the questions that show it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">The moment.</param>
    public Finding Find(string text, IReadOnlyList<string> evidence, Guid by, DateTimeOffset now)
    {
        var finding = new Finding(text, evidence, by, now);
        _findings.Add(finding);
        Raise(new FindingWasRecorded());
        return finding;
    }

    public void Delete(DateTimeOffset now)
    {
        RequireDesigned();
        DeletedAt = now;
        Raise(new StudyWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) throw StudyRules.NotDeleted.Broken();
        DeletedAt = null;
        Raise(new StudyWasRestored());
    }

    public void RequireFielding()
    {
        if (State != StudyState.Fielding) throw StudyRules.NotFielding.Broken();
    }

    /// <summary>The question of that key; null where it asks none such.</summary>
    public Question? Asked(string key) => Questions.FirstOrDefault(q => q.Key == key);

    private bool Asks(IReadOnlyList<Question> questions) => questions.Count == Questions.Count && questions.Zip(Questions).All(pair => pair.First.Is(pair.Second));

    private void RequireDesigned()
    {
        if (State != StudyState.Designed) throw StudyRules.NotDesigned.Broken();
    }

    private void Take(StudyTerms terms) => (Name, Objective, From, To) = (terms.Name.Trim(), terms.Objective, terms.From, terms.To);
}

/// <summary>Something that a study showed.</summary>
internal sealed class Finding
{
    private Finding()
    {
    }

    public Finding(string text, IReadOnlyList<string> evidence, Guid by, DateTimeOffset at) =>
        (Id, Text, Evidence, ById, At) = (Guid.CreateVersion7(), text, evidence, by, at);

    public Guid Id { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Keys of questions.</summary>
    public IReadOnlyList<string> Evidence { get; private set; } = [];

    public Guid ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed record StudyWasDesigned : DomainEvent;

internal sealed record StudyWasChanged : DomainEvent;

internal sealed record StudyWentIntoTheField : DomainEvent;

internal sealed record StudyWasCompleted : DomainEvent;

internal sealed record StudyWasArchived : DomainEvent;

internal sealed record FindingWasRecorded : DomainEvent;

internal sealed record StudyWasDeleted : DomainEvent;

internal sealed record StudyWasRestored : DomainEvent;
