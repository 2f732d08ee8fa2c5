using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>What can be done to an order.</summary>
internal enum OrderAction
{
    [Label("Change", "修改")]
    Change,
    [Label("Delete", "删除")]
    Delete,
    [Label("Submit", "提交")]
    Submit,
    [Label("Confirm", "确认")]
    Confirm,
    [Label("Ship", "发货")]
    Ship,
    [Label("Record a payment", "登记付款")]
    Pay,
    [Label("Cancel", "取消")]
    Cancel,
}

internal sealed partial class Order
{
    /// <summary>Why the action is not possible now; null when it is. The one place that decides, for those who ask and for those who act.</summary>
    public Rule? WhyNot(OrderAction action) => action switch
    {
        OrderAction.Change or OrderAction.Delete or OrderAction.Submit => State == OrderState.Draft ? null : SalesOrdersRules.OrderNotDraft,
        OrderAction.Confirm => State switch
        {
            OrderState.Draft or OrderState.Submitted => null,
            OrderState.Cancelled => SalesOrdersRules.OrderCancelled,
            _ => SalesOrdersRules.OrderAlreadyConfirmed,
        },
        OrderAction.Ship => State switch
        {
            OrderState.Draft or OrderState.Submitted => SalesOrdersRules.OrderNotConfirmed,
            OrderState.Cancelled => SalesOrdersRules.OrderCancelled,
            _ => Fulfilment == FulfilmentState.Full ? SalesOrdersRules.NothingToShip : null,
        },
        OrderAction.Pay => State switch
        {
            OrderState.Draft => SalesOrdersRules.OrderNotPlaced,
            OrderState.Cancelled => SalesOrdersRules.OrderCancelled,
            _ => null,
        },
        OrderAction.Cancel => State switch
        {
            OrderState.Draft => SalesOrdersRules.OrderNotPlaced,
            OrderState.Cancelled => SalesOrdersRules.OrderCancelled,
            _ => Fulfilment == FulfilmentState.None ? null : SalesOrdersRules.OrderShipped,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    private void Require(OrderAction action)
    {
        if (WhyNot(action) is { } rule) throw rule.Broken();
    }
}
