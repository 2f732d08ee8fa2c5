using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>Why the action is not possible now; null when it is. The one place that decides, for those who ask and for those who act.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="today">Business date, for what is valid until a day; without one nothing has expired.</param>
    public Rule? WhyNot(OrderAction action, DateOnly today = default)
    {
        var transition = OrderLife.Of(action);
        return transition.From.Contains(State)
            ? transition.Guards.Select(guard => guard.WhyNot(this, today)).FirstOrDefault(rule => rule is not null)
            : OrderLife.Refusal(action, State);
    }

    private void Require(OrderAction action, DateOnly today = default)
    {
        if (WhyNot(action, today) is { } rule) throw rule.Broken();
    }
}
