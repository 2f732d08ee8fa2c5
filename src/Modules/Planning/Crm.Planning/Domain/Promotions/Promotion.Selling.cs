using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

/// <summary>From its publication on.</summary>
internal sealed partial class Promotion
{
    /// <summary>Why a promotion is suspended whose limits are reached.</summary>
    public const string Spent = "spent";

    private bool IsRunning => State is PromotionState.Scheduled or PromotionState.Published;

    /// <summary>Makes the approved draft the next version. A suspended promotion stays suspended.</summary>
    /// <param name="draft">The approved one.</param>
    /// <param name="text">As those who sell by it are told.</param>
    /// <param name="today">Business date.</param>
    /// <param name="sign">Who publishes.</param>
    public void Publish(PromotionDraft? draft, string text, DateOnly today, Sign sign)
    {
        RequireNotEnded();
        if (draft is null || ApprovedAt is not { } approvedAt) throw PromotionRules.NotApproved.Broken();
        if (draft.To < today) throw PromotionRules.Over.Broken(draft.To);
        var version = PromotionVersion.Of(
            NextNumber, draft, text, CostOwnerId!.Value, new Sign(ApprovedById!.Value, approvedAt), sign, Version + 1);
        _versions.Add(version);
        for (var part = 1; part <= version.Parts.Count; part++) Raise(new PromotionWasPublished(version.Number, part));
        (Draft, ApprovedAt, ApprovedById) = (null, null, null);
        if (State != PromotionState.Suspended) State = Begun(today);
    }

    public void Suspend(string reason, DateTimeOffset now)
    {
        if (!IsRunning) throw PromotionRules.NotRunning.Broken();
        State = PromotionState.Suspended;
        Turn(reason, now, new PromotionWasSuspended());
    }

    public void Resume(string? reason, DateOnly today, DateTimeOffset now)
    {
        if (State != PromotionState.Suspended) throw PromotionRules.NotSuspended.Broken();
        State = Begun(today);
        Turn(reason, now, new PromotionWasResumed());
    }

    /// <summary>Ends it by hand: nobody new gets it, whatever its days are.</summary>
    public void End(string? reason, DateTimeOffset now)
    {
        RequireNotEnded();
        if (_versions.Count == 0) throw PromotionRules.NeverPublished.Broken();
        (State, EndedEarly) = (PromotionState.Ended, true);
        Turn(reason, now, new PromotionHasEnded());
    }

    /// <summary>Shows what day it is: begins and ends by itself. Who sells looks at the days, not at this.</summary>
    /// <returns>False: nothing has changed.</returns>
    public bool Turn(DateOnly today, DateTimeOffset now)
    {
        if (State == PromotionState.Ended || Newest is not { } newest) return false;
        if (newest.To < today)
        {
            State = PromotionState.Ended;
            Turn(reason: null, now, new PromotionHasEnded());
            return true;
        }

        if (State != PromotionState.Scheduled || Begun(today) == PromotionState.Scheduled) return false;
        State = PromotionState.Published;
        Raise(new PromotionHasBegun());
        return true;
    }

    /// <summary>Suspends it once its limits are reached: it stays off when an order gives something back later, until somebody resumes it.</summary>
    /// <param name="usage">What was redeemed altogether.</param>
    /// <param name="on">Business date of the order that came last.</param>
    /// <param name="now">When that became known.</param>
    public void Count(IReadOnlyCollection<PromotionUsage> usage, DateOnly on, DateTimeOffset now)
    {
        if (!IsRunning || InForce(on) is not { } version) return;
        var amount = usage.Where(u => u.Currency == version.Currency).Sum(u => u.Amount);
        if (version.Limits.AreReached(usage.Sum(u => u.Redeemed), amount)) Suspend(Spent, now);
    }

    /// <summary>The version by which a day is sold; null: none has begun by then.</summary>
    public PromotionVersion? InForce(DateOnly on) => _versions.Where(v => v.From <= on).MaxBy(v => v.Number);

    private PromotionState Begun(DateOnly today) => InForce(today) is null ? PromotionState.Scheduled : PromotionState.Published;

    private void Turn(string? reason, DateTimeOffset now, DomainEvent turned)
    {
        Raise(turned);
        (TurnReason, TurnedAt, TurnPosition) = (reason, now, Version);
    }
}
