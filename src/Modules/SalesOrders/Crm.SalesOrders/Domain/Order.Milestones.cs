using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Domain;

/// <summary>How the others learn that an order has come to its end, that it has not after all, and what it used of promotions.</summary>
internal sealed partial class Order
{
    /// <summary>Whether the others were told last that it is completed.</summary>
    public bool IsToldCompleted { get; private set; }

    /// <summary>Whether the others were told last that it is settled.</summary>
    public bool IsToldSettled { get; private set; }

    /// <summary>Whatever happens may complete, settle or reopen the order, which is told behind it, each time it turns and only then.</summary>
    private new void Raise(DomainEvent happened)
    {
        base.Raise(happened);
        var (isCompleted, isSettled) = (State == OrderState.Completed, IsSettled);
        var (wasCompleted, wasSettled) = (IsToldCompleted, IsToldSettled);
        (IsToldCompleted, IsToldSettled) = (isCompleted, isSettled);
        // A cancellation says all of that itself.
        if (happened is not OrderWasCancelled && ((wasCompleted && !isCompleted) || (wasSettled && !isSettled))) base.Raise(new OrderWasReopened(isCompleted, isSettled));
        if (isCompleted && !wasCompleted) base.Raise(new OrderWasCompleted());
        if (isSettled && !wasSettled) base.Raise(new OrderWasSettled());
    }

    /// <summary>Tells what the order uses now and did not before, and the other way round; what stays the same is not told.</summary>
    private void TellUses(IReadOnlyList<Redemption>? before, IReadOnlyList<Redemption>? now)
    {
        var kept = (before ?? []).ToList();
        var added = (now ?? []).Where(r => !kept.Remove(r)).ToList();
        foreach (var redemption in kept) Raise(new PromotionWasReleased(redemption));
        foreach (var redemption in added) Raise(new PromotionWasRedeemed(redemption));
    }
}

internal sealed record OrderWasCompleted : DomainEvent;

internal sealed record OrderWasSettled : DomainEvent;

/// <param name="IsCompleted">It is completed all the same.</param>
/// <param name="IsSettled">It is settled all the same.</param>
internal sealed record OrderWasReopened(bool IsCompleted, bool IsSettled) : DomainEvent;

internal sealed record PromotionWasRedeemed(Redemption Redemption) : DomainEvent;

internal sealed record PromotionWasReleased(Redemption Redemption) : DomainEvent;
