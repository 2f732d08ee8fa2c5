using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Approval;

namespace Crm.SalesOrders.Domain;

/// <summary>When a confirmation has to be approved, and by whom, step by step.</summary>
internal sealed class ApprovalRule : AggregateRoot, IDeletable
{
    private ApprovalRule()
    {
    }

    public ApprovalRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ApprovalRuleFacts Facts => new(Name, Kind, Threshold, Currency, Channel, Steps, IsActive);

    public string Name { get; private set; } = "";

    public HoldKind Kind { get; private set; }

    /// <summary>The measure beyond which the rule holds an order; its unit depends on the kind. Null where the kind needs none.</summary>
    public decimal? Threshold { get; private set; }

    /// <summary>Of a threshold that is money. In the company's currency it concerns all orders, in any other those in that one.</summary>
    public string? Currency { get; private set; }

    /// <summary>Code; null: orders of every channel.</summary>
    public string? Channel { get; private set; }

    /// <summary>One after the other; at least one.</summary>
    public ApprovalSteps Steps { get; private set; } = ApprovalSteps.Anybody;

    public bool IsActive { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public static ApprovalRule Create(ApprovalRuleFacts facts)
    {
        var rule = new ApprovalRule { Id = new ApprovalRuleId(Guid.CreateVersion7()) };
        rule.Take(facts);
        rule.Raise(new ApprovalRuleWasMade());
        return rule;
    }

    public void Change(ApprovalRuleFacts facts)
    {
        if (facts == Facts) return;
        Take(facts);
        Raise(new ApprovalRuleWasChanged());
    }

    public void Delete(DateTimeOffset now)
    {
        if (DeletedAt is not null) return;
        DeletedAt = now;
        Raise(new ApprovalRuleWasDeleted());
    }

    /// <summary>What an order measures where it goes beyond the rule; null where it does not, or where that cannot be said.</summary>
    /// <param name="order">Its measures.</param>
    /// <param name="repeatsReference">Whether another order of the customer has the same reference.</param>
    /// <param name="creditExcess">By how much the order goes beyond the credit limit of the customer; null: not at all.</param>
    public decimal? Exceeded(Measured order, bool repeatsReference, decimal? creditExcess)
    {
        if (Channel is { } channel && channel != order.Channel) return null;
        return Kind switch
        {
            HoldKind.Discount => Beyond(order.DiscountRate, above: true),
            HoldKind.Margin => order.MarginRate is { } margin ? Beyond(margin, above: false) : null,
            HoldKind.Value => order.NetIn(Currency) is { } net ? Beyond(net, above: true) : null,
            HoldKind.DuplicateReference => repeatsReference ? 1m : null,
            HoldKind.Credit => creditExcess,
            _ => null,
        };
    }

    private decimal? Beyond(decimal measured, bool above) => (above ? measured > Threshold : measured < Threshold) ? measured : null;

    private void Take(ApprovalRuleFacts facts) => (Name, Kind, Threshold, Currency, Channel, Steps, IsActive) = facts;
}

/// <summary>What may be said of a rule.</summary>
internal sealed record ApprovalRuleFacts(
    string Name, HoldKind Kind, decimal? Threshold, string? Currency, string? Channel, ApprovalSteps Steps, bool IsActive);

internal sealed record ApprovalRuleWasMade : DomainEvent;

internal sealed record ApprovalRuleWasChanged : DomainEvent;

internal sealed record ApprovalRuleWasDeleted : DomainEvent;
