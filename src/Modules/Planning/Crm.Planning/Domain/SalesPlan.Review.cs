using Crm.Planning.Domain.Policy;

namespace Crm.Planning.Domain;

// From the draft to the end.
internal sealed partial class SalesPlan
{
    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    /// <summary>Why the reviewer gave it back last.</summary>
    public string? ReturnedBecause { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public DateTimeOffset? ActivatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Version with which the others were told that it is active; 0 while it never was.</summary>
    public int ActiveSince { get; private set; }

    /// <summary>Version with which the others were told that it is over; 0 until then.</summary>
    public int ClosedSince { get; private set; }

    /// <summary>Whether its targets bind.</summary>
    public bool IsInForce => State is PlanState.Approved or PlanState.Active;

    public void Submit(Guid submitterId, DateTimeOffset now)
    {
        RequireDraft();
        RequireTargets();
        (State, SubmittedAt, SubmittedById) = (PlanState.InReview, now, submitterId);
        Raise(new PlanWasSubmitted());
    }

    /// <summary>Makes it a draft again, to be worked on.</summary>
    public void Return(string? reason)
    {
        if (State != PlanState.InReview) throw PlanningRules.PlanNotInReview.Broken();
        (State, SubmittedAt, SubmittedById) = (PlanState.Draft, null, null);
        ReturnedBecause = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        Raise(new PlanWasReturned());
    }

    public void Approve(Guid approverId, DateTimeOffset now, PolicyTerms? policy = null)
    {
        if (State is not (PlanState.Draft or PlanState.InReview)) throw PlanningRules.PlanNotDraft.Broken();
        RequireTargets();
        Approval.Require(policy ?? PolicyTerms.Usual, SubmittedById, approverId);
        RequireSums(policy);
        (State, ApprovedAt, ApprovedById) = (PlanState.Approved, now, approverId);
        Raise(new PlanWasApproved());
        PutInForce(_targets);
    }

    /// <summary>From now on the company works by it.</summary>
    /// <param name="today">Business date.</param>
    /// <param name="now">The moment.</param>
    public void Activate(DateOnly today, DateTimeOffset now)
    {
        if (State != PlanState.Approved) throw PlanningRules.PlanNotApproved.Broken();
        if (today < FirstMonth) throw PlanningRules.PeriodNotBegun.Broken(FirstMonth);
        (State, ActivatedAt) = (PlanState.Active, now);
        Raise(new PlanWasActivated());
        ActiveSince = Version;
    }

    public void Close(DateTimeOffset now, SalesPlanId? supersededBy = null)
    {
        if (!IsInForce) throw PlanningRules.PlanNotApproved.Broken();
        (State, ClosedAt, SupersededById) = (PlanState.Closed, now, supersededBy?.Value);
        Raise(new PlanWasClosed());
        ClosedSince = Version;
    }

    public void RequireDraft()
    {
        if (State != PlanState.Draft) throw PlanningRules.PlanNotDraft.Broken();
    }

    private void RequireTargets()
    {
        if (_targets.Count == 0) throw PlanningRules.PlanWithoutTargets.Broken();
    }

    private void RequireSums(PolicyTerms? policy)
    {
        var tolerance = (policy ?? PolicyTerms.Usual).TargetTolerance;
        if (TargetTree.Imbalances(_targets, tolerance).FirstOrDefault() is not { } wrong) return;
        var subject = wrong.Parent.Subject;
        throw PlanningRules.PartsDoNotSum.Broken(subject.MetricName, subject.ScopeName, wrong.Month, wrong.Value, wrong.Sum);
    }
}
