using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Credit;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Somebody agreed that it may go beyond the credit limit of the customer; gone as soon as the order says something else.</summary>
    public bool IsCreditAllowed { get; private set; }

    /// <summary>What it adds to the exposure of the customer.</summary>
    public OrderDebt Debt => new(Owed, Paid - Refunded, Invoiced);

    /// <summary>Lets it be confirmed and shipped whatever the limit of the customer.</summary>
    public void AllowCredit()
    {
        Require(OrderAction.AllowCredit);
        if (IsCreditAllowed) return;
        IsCreditAllowed = true;
        Raise(new OrderCreditWasAllowed());
    }
}

internal sealed record OrderCreditWasAllowed : DomainEvent;
