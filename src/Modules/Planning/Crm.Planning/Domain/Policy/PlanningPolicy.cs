using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Policy;

internal readonly record struct PlanningPolicyId(Guid Value) : ITypedId;

/// <summary>How the company plans. There is one, and until somebody says otherwise it is <see cref="PolicyTerms.Usual"/>.</summary>
internal sealed class PlanningPolicy : AggregateRoot
{
    // Whoever begins it at the same time makes the same one, and only one of them can store it.
    private static readonly PlanningPolicyId TheOnly = new(new Guid("01930000-0000-7000-8000-000000000005"));

    private PlanningPolicy()
    {
    }

    public PlanningPolicyId Id { get; private set; }

    public override Guid Key => Id.Value;

    public bool ApproveOwn { get; private set; }

    public decimal TargetTolerance { get; private set; }

    public PolicyTerms Terms => new(ApproveOwn, TargetTolerance);

    public static PlanningPolicy Begin(PolicyTerms terms)
    {
        var policy = new PlanningPolicy { Id = TheOnly };
        policy.Change(terms);
        return policy;
    }

    public void Change(PolicyTerms terms)
    {
        if (Version > 0 && terms == Terms) return;
        (ApproveOwn, TargetTolerance) = (terms.ApproveOwn, terms.TargetTolerance);
        Raise(new PlanningPolicyWasSet());
    }
}

/// <param name="ApproveOwn">Whether one person may both submit and approve, and approve what nobody submitted.</param>
/// <param name="TargetTolerance">By which share of a target its parts may miss it in a month, from 0 to 0.5.</param>
internal sealed record PolicyTerms(bool ApproveOwn, decimal TargetTolerance)
{
    public static readonly PolicyTerms Usual = new(ApproveOwn: true, TargetTolerance: 0.005m);
}

internal sealed record PlanningPolicyWasSet : DomainEvent;
