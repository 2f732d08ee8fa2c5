using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

// How it ends, and how it begins again.
internal sealed partial class Opportunity
{
    /// <summary>The title where the contact that it may have named was erased.</summary>
    public const string WithoutWords = "–";

    /// <summary>Business date on which it was won or lost.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Code of the reason for which it was won or lost.</summary>
    public string? Reason { get; private set; }

    [Personal]
    public string? ReasonNote { get; private set; }

    /// <summary>Who got it instead.</summary>
    [PersonalInCopies]
    public string? LostTo { get; private set; }

    public void Win(Outcome outcome, DateTimeOffset now)
    {
        RequireOpen();
        Close(OpportunityState.Won, outcome, now);
        Raise(new OpportunityWasWon());
    }

    public void Lose(Outcome outcome, DateTimeOffset now)
    {
        RequireOpen();
        Close(OpportunityState.Lost, outcome, now);
        Raise(new OpportunityWasLost());
    }

    /// <summary>In the stage that it was in last; where that was taken away, in the first one.</summary>
    public void Reopen(Pipeline pipeline, string reason, Guid by, DateTimeOffset now)
    {
        if (Title.Length == 0) throw CustomersRules.Erased.Broken();
        if (State == OpportunityState.Open) throw OpportunityRules.NotClosed.Broken();
        (State, ClosedOn, ClosedAt, Reason, ReasonNote, LostTo) = (OpportunityState.Open, null, null, null, null, null);
        if (pipeline.Stages.Any(s => s.Code == Stage)) _stays.Add(OpportunityStay.In(PipelineId, Stage, reason, by, now));
        else Arrive(pipeline, pipeline.Stages[0], reason, by, now);
        Count();
        Raise(new OpportunityWasReopened());
    }

    public void Delete(DateTimeOffset now)
    {
        if (State == OpportunityState.Won) throw OpportunityRules.WonStays.Broken();
        DeletedAt = now;
        Raise(new OpportunityWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) throw OpportunityRules.NotDeleted.Broken();
        DeletedAt = null;
        Raise(new OpportunityWasRestored());
    }

    /// <summary>Takes away what was said about a person. One that is open is lost: nobody can be sold to any more.</summary>
    /// <param name="today">Business date.</param>
    /// <param name="now">When.</param>
    public void Forget(DateOnly today, DateTimeOffset now)
    {
        if (Title.Length == 0) return;
        (Title, ContactId, NextStepOn) = ("", null, null);
        ForgetWords();
        var wasOpen = State == OpportunityState.Open;
        if (wasOpen) Close(OpportunityState.Lost, new Outcome(today, Reason: "", Note: null, Competitor: null), now);
        if (Reason is "") Reason = null;
        Raise(wasOpen ? new OpportunityWasLost() : new OpportunityWasForgotten());
    }

    /// <summary>Takes away all words, since they may be about the contact; what it is worth and how far it has come stays.</summary>
    public void ForgetContact()
    {
        if (ContactId is null) return;
        (Title, ContactId) = (WithoutWords, null);
        ForgetWords();
        Raise(new OpportunityWasChanged());
    }

    private void ForgetWords()
    {
        (Notes, NextStep, ManualReason, ReasonNote, Source, Competitors, LostTo) = (null, null, null, null, null, [], null);
        foreach (var stay in _stays) stay.Forget();
        foreach (var line in _lines) line.Forget();
    }

    private void Close(OpportunityState state, Outcome outcome, DateTimeOffset now)
    {
        (State, ClosedOn, ClosedAt, Reason, ReasonNote, LostTo) = (state, outcome.On, now, outcome.Reason, outcome.Note, outcome.Competitor);
        Leave(now);
        Count();
    }
}
