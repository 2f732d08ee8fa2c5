using Crm.SalesOrders.Domain.Approval;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    private readonly List<Hold> _holds = [];

    /// <summary>Holds that are not released. Follows from the holds, and is there without them.</summary>
    public int OpenHolds { get; private set; }

    /// <summary>Who asked for the confirmation that has to be approved.</summary>
    public Guid? ConfirmationAskedBy { get; private set; }

    /// <summary>When everybody had agreed to what the order says; gone as soon as it says something else.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Only when they were loaded with the order.</summary>
    public IReadOnlyCollection<Hold> Holds => _holds;

    /// <summary>Waits for those who have to agree, instead of being confirmed.</summary>
    public void AskForApproval(IReadOnlyList<Hold> reasons, Guid askedBy, DateOnly today)
    {
        Require(OrderAction.Confirm, today);
        ConfirmationAskedBy = askedBy;
        _holds.AddRange(reasons);
        OpenHolds += reasons.Count;
        Become(OrderState.PendingApproval, OrderAction.Confirm);
        Raise(new OrderWasHeld());
    }

    /// <summary>Agrees to every step that the caller may decide. When nobody is left to ask, the order can be confirmed.</summary>
    public void Approve(Guid caller, string? note, DateTimeOffset now)
    {
        Require(OrderAction.Approve);
        var mine = _holds.Agree(ConfirmationAskedBy, caller, note, now);
        if (mine.Any(h => h is { Kind: HoldKind.Credit, IsOpen: false })) IsCreditAllowed = true;
        OpenHolds = _holds.Count(h => h.IsOpen);
        if (OpenHolds == 0)
        {
            ApprovedAt = now;
            Become(OrderState.Submitted, OrderAction.Approve);
        }

        Raise(new OrderHoldWasReleased(IsApproval: true));
    }

    /// <summary>Sends the order back to be changed.</summary>
    public void Reject(Guid caller, string reason, DateTimeOffset now)
    {
        Require(OrderAction.Reject);
        _holds.Refuse(caller, reason, now);
        OpenHolds = 0;
        IsCreditAllowed = false;
        Become(OrderState.Draft, OrderAction.Reject);
        Raise(new OrderWasRejected());
    }

    /// <summary>Stops the order until somebody releases it.</summary>
    public Hold PlaceHold(string reason, Guid caller, DateTimeOffset now)
    {
        Require(OrderAction.Hold);
        var hold = new Hold(reason, caller, now);
        _holds.Add(hold);
        OpenHolds++;
        Raise(new OrderWasHeld());
        return hold;
    }

    /// <summary>Releases a hold that somebody placed; those of rules are approved.</summary>
    public void ReleaseHold(Guid id, Guid caller, string? note, DateTimeOffset now)
    {
        var hold = _holds.Find(h => h.Id == id && h.IsOpen && h.Kind == HoldKind.Manual) ?? throw SalesOrdersRules.HoldUnknown.Broken(id);
        hold.Release(caller, note, now);
        OpenHolds--;
        Raise(new OrderHoldWasReleased(IsApproval: false));
    }
}
