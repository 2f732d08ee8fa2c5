namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>The won opportunity that it was written for; one order has it.</summary>
    public Guid? OpportunityId { get; private set; }

    /// <summary>A draft of what somebody was promised. It may have no lines yet, and is then not more than a draft.</summary>
    public static Order OfOpportunity(string number, Guid opportunityId, OrderTerms terms, DateTimeOffset now)
    {
        var order = New(number, terms, now);
        order.OpportunityId = opportunityId;
        order.Raise(new OrderWasDrafted());
        return order;
    }
}
