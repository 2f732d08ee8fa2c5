using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>What can be done to an order.</summary>
internal enum OrderAction
{
    [Label("Change", "修改")]
    Change,
    [Label("Delete", "删除")]
    Delete,
    [Label("Quote", "报价")]
    Quote,
    [Label("Submit", "提交")]
    Submit,
    [Label("Take back into a draft", "撤回为草稿")]
    Withdraw,
    [Label("Confirm", "确认")]
    Confirm,
    [Label("Approve", "批准")]
    Approve,
    [Label("Reject", "驳回")]
    Reject,
    [Label("Hold", "冻结")]
    Hold,
    [Label("Allow the credit", "放行信用")]
    AllowCredit,
    [Label("Ship", "发货")]
    Ship,
    [Label("Record a payment", "登记付款")]
    Pay,
    [Label("Cancel", "取消")]
    Cancel,
    [Label("Expire", "过期")]
    Expire,
    [Label("Change after the confirmation", "确认后变更")]
    Amend,
    [Label("Accept services", "验收服务")]
    Accept,
    [Label("Deliver", "送达")]
    Deliver,
    [Label("Report lost", "报失")]
    Lose,

    [Label("Close", "关闭")]
    Close,

    [Label("Archive", "归档")]
    Archive,

    [Label("Take out of the archive", "取消归档")]
    Unarchive,
}

/// <summary>What must hold beside the state.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Meaning">For people.</param>
/// <param name="WhyNot">The broken rule on a business date, or null.</param>
internal sealed record Guard(string Name, Phrase Meaning, Func<Order, DateOnly, Rule?> WhyNot);

/// <param name="Action">What is done.</param>
/// <param name="From">In which states it can be.</param>
/// <param name="To">The states it may lead to; empty when it leaves the state as it is.</param>
/// <param name="Guards">All of them must hold.</param>
internal sealed record Transition(OrderAction Action, IReadOnlyList<OrderState> From, IReadOnlyList<OrderState> To, IReadOnlyList<Guard> Guards);

/// <summary>A way from one state to another that is nobody's action.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State afterwards.</param>
/// <param name="Because">What it follows from.</param>
internal sealed record Following(OrderState From, OrderState To, Phrase Because);

/// <summary>The life of an order as a table: what the endpoints show is what the aggregate obeys.</summary>
internal static class OrderLife
{
    private static readonly Guard QuoteIsValid = new(
        "quote-is-valid", new Phrase("The quote is still valid", "报价仍在有效期内"),
        (order, today) => order.State == OrderState.Quoted && order.ValidUntil < today ? SalesOrdersRules.OrderExpired : null);

    private static readonly Guard NothingIsHeld = new(
        "nothing-is-held", new Phrase("No hold is open", "没有未解除的冻结"),
        (order, _) => order.OpenHolds > 0 ? SalesOrdersRules.OrderOnHold : null);

    private static readonly Guard NothingIsShipped = new(
        "nothing-is-shipped", new Phrase("Nothing was shipped", "尚未发货"),
        (order, _) => order.Fulfilment == FulfilmentState.None ? null : SalesOrdersRules.OrderShipped);

    private static readonly Guard NothingIsWrittenOff = new(
        "nothing-is-written-off", new Phrase("Nothing was written off", "没有核销"),
        (order, _) => order.WrittenOff == 0m ? null : SalesOrdersRules.OrderWrittenOff);

    private static readonly Guard SomethingIsLeftToShip = new(
        "something-is-left-to-ship", new Phrase("Something is left to ship", "仍有货物待发"),
        (order, _) => order.Lines.Any(l => !l.IsService && l.Open > 0) ? null : SalesOrdersRules.NothingToShip);

    private static readonly Guard SomethingIsLeftToAccept = new(
        "something-is-left-to-accept", new Phrase("A service is left to be accepted", "仍有服务待验收"),
        (order, _) => order.Lines.Any(l => l.IsService && l.Open > 0) ? null : SalesOrdersRules.NothingToAccept);

    private static readonly Guard SomethingIsOpen = new(
        "something-is-open", new Phrase("Something is left to be shipped or accepted", "仍有商品待发或服务待验收"),
        (order, _) => order.IsFullyShipped ? SalesOrdersRules.NothingToShip : null);

    private static readonly Guard SomethingIsOnItsWay = new(
        "something-is-on-its-way", new Phrase("A shipment is on its way", "有货物在途"),
        (order, _) => order.Lines.Any(l => l.OnTheirWay > 0) ? null : SalesOrdersRules.NothingOnItsWay);

    private static readonly Guard NothingIsCredited = new(
        "nothing-is-credited", new Phrase("Nothing was credited", "没有贷记"),
        (order, _) => order is { Credited: 0m, CreditReserved: 0m } && order.Lines.All(l => l.Cancelled == 0) ? null : SalesOrdersRules.ChangeAfterCredit);

    private static readonly Guard SomethingIsPaid = new(
        "something-is-paid", new Phrase("A prepaid order is paid in part at least", "预付订单至少已部分付款"),
        (order, _) => order is { PaymentPolicy: PaymentPolicy.Prepaid, Gross: > 0m, Covered: <= 0m } ? SalesOrdersRules.NothingPrepaid : null);

    private static readonly Guard NothingIsPaid = new(
        "nothing-is-paid", new Phrase("No money came in", "没有收到款项"),
        (order, _) => order.Paid == 0m && order.Authorised == 0m ? null : SalesOrdersRules.OrderHasMoney);

    private static readonly Guard SomethingIsSold = new(
        "something-is-sold", new Phrase("It has lines", "有明细行"),
        (order, _) => order.Lines.Count > 0 ? null : SalesOrdersRules.OrderEmpty);

    private static readonly Guard SomethingIsShipped = new(
        "something-is-shipped", new Phrase("Something was shipped or accepted", "已有发货或验收"),
        (order, _) => order.Lines.Any(l => l.Shipped > 0) ? null : SalesOrdersRules.NothingShipped);

    private static readonly Guard NothingIsOwed = new(
        "nothing-is-owed", new Phrase("Nothing is owed by either side", "双方均无欠款"),
        (order, _) => order is { Balance: 0m, Authorised: 0m } ? null : SalesOrdersRules.OrderNotBalanced);

    private static readonly Guard NothingIsClaimed = new(
        "nothing-is-claimed", new Phrase("No refund or return is under way", "没有未完结的退款或退货"),
        (order, _) => order is { CreditReserved: 0m, RefundReserved: 0m } && order.Lines.All(l => l.ReturnReserved == 0) ? null : SalesOrdersRules.OrderHasClaims);

    private static readonly Guard InvoicesAgree = new(
        "invoices-agree", new Phrase("Invoices say what the order says, or there are none", "发票与订单一致，或没有发票"),
        (order, _) => order.Invoicing == InvoicingState.PartlyInvoiced ? SalesOrdersRules.OrderPartlyInvoiced : null);

    private static readonly Guard IsNotArchived = new(
        "is-not-archived", new Phrase("It is not in the archive", "未归档"),
        (order, _) => order.ArchivedAt is null ? null : SalesOrdersRules.OrderArchived);

    private static readonly Guard IsArchived = new(
        "is-archived", new Phrase("It is in the archive", "已归档"),
        (order, _) => order.ArchivedAt is null ? SalesOrdersRules.OrderNotArchived : null);

    private static readonly IReadOnlyList<OrderState> Ended = [OrderState.Completed, OrderState.Cancelled, OrderState.Expired];

    private static readonly IReadOnlyList<Guard> AtRest = [NothingIsOwed, NothingIsClaimed, InvoicesAgree];

    public static readonly IReadOnlyList<Transition> Transitions =
    [
        new(OrderAction.Change, [OrderState.Draft, OrderState.Quoted], [], []),
        new(OrderAction.Delete, [OrderState.Draft], [], [NothingIsPaid]),
        new(OrderAction.Quote, [OrderState.Draft, OrderState.Quoted, OrderState.Expired], [OrderState.Quoted], [SomethingIsSold]),
        new(OrderAction.Submit, [OrderState.Draft, OrderState.Quoted], [OrderState.Submitted], [SomethingIsSold, QuoteIsValid]),
        new(OrderAction.Withdraw, [OrderState.Submitted], [OrderState.Draft], []),
        new(OrderAction.Confirm, [OrderState.Draft, OrderState.Quoted, OrderState.Submitted], [OrderState.Confirmed, OrderState.PendingApproval], [SomethingIsSold, QuoteIsValid, NothingIsHeld]),
        new(OrderAction.Approve, [OrderState.PendingApproval], [OrderState.Confirmed, OrderState.Submitted], []),
        new(OrderAction.Reject, [OrderState.PendingApproval], [OrderState.Draft], []),
        new(OrderAction.Hold, [OrderState.Quoted, OrderState.Submitted, OrderState.Confirmed], [], [SomethingIsOpen]),
        new(OrderAction.AllowCredit, [OrderState.Submitted, OrderState.Confirmed], [], [SomethingIsOpen]),
        new(OrderAction.Ship, [OrderState.Confirmed, OrderState.Completed], [], [SomethingIsLeftToShip, NothingIsHeld, SomethingIsPaid]),
        new(OrderAction.Amend, [OrderState.Confirmed], [], [NothingIsHeld, NothingIsCredited]),
        new(OrderAction.Accept, [OrderState.Confirmed, OrderState.Completed], [], [SomethingIsLeftToAccept, NothingIsHeld, SomethingIsPaid]),
        new(OrderAction.Deliver, [OrderState.Confirmed, OrderState.Completed], [], [SomethingIsOnItsWay]),
        new(OrderAction.Lose, [OrderState.Confirmed, OrderState.Completed], [OrderState.Confirmed], [SomethingIsOnItsWay]),
        new(OrderAction.Pay, [OrderState.Submitted, OrderState.PendingApproval, OrderState.Confirmed, OrderState.Completed], [], []),
        new(OrderAction.Cancel, [OrderState.Quoted, OrderState.Submitted, OrderState.PendingApproval, OrderState.Confirmed], [OrderState.Cancelled], [NothingIsShipped, NothingIsWrittenOff]),
        new(OrderAction.Expire, [OrderState.Quoted], [OrderState.Expired], []),
        new(OrderAction.Close, [OrderState.Confirmed], [], [SomethingIsShipped, SomethingIsOpen, NothingIsHeld, NothingIsCredited]),
        new(OrderAction.Archive, Ended, [], [IsNotArchived, .. AtRest]),
        new(OrderAction.Unarchive, Ended, [], [IsArchived]),
    ];

    /// <summary>What follows from the quantities and the money of an order, whoever moved them.</summary>
    public static readonly IReadOnlyList<Following> Followings =
    [
        new(OrderState.Confirmed, OrderState.Completed, new Phrase("Shipped and paid", "货款两清")),
        new(OrderState.Completed, OrderState.Confirmed, new Phrase("To be sent again", "需重新发货")),
    ];

    private static readonly Dictionary<OrderAction, Transition> ByAction = Transitions.ToDictionary(t => t.Action);

    public static Transition Of(OrderAction action) => ByAction[action];

    /// <summary>Whether nobody expects anything of the order any more.</summary>
    public static bool IsAtRest(Order order) => Ended.Contains(order.State) && AtRest.All(guard => guard.WhyNot(order, default) is null);

    /// <summary>Why a state does not allow an action, in the words that help most.</summary>
    public static Rule Refusal(OrderAction action, OrderState state) => (action, state) switch
    {
        (OrderAction.Archive, _) => SalesOrdersRules.OrderUnderWay,
        (OrderAction.Unarchive, _) => SalesOrdersRules.OrderNotArchived,
        (_, OrderState.Cancelled) => action is OrderAction.Change or OrderAction.Delete or OrderAction.Quote or OrderAction.Submit
            ? SalesOrdersRules.OrderNotDraft
            : SalesOrdersRules.OrderCancelled,
        (_, OrderState.Expired) => SalesOrdersRules.OrderExpired,
        (OrderAction.Approve or OrderAction.Reject, _) => SalesOrdersRules.OrderNotPending,
        (OrderAction.Expire, _) => SalesOrdersRules.OrderNotQuoted,
        (OrderAction.Confirm or OrderAction.Withdraw or OrderAction.AllowCredit, OrderState.PendingApproval) => SalesOrdersRules.OrderPending,
        (OrderAction.Withdraw, OrderState.Draft or OrderState.Quoted) => SalesOrdersRules.OrderNotPlaced,
        (OrderAction.Confirm or OrderAction.Withdraw, _) => SalesOrdersRules.OrderAlreadyConfirmed,
        (OrderAction.Amend or OrderAction.Close, OrderState.Completed) => SalesOrdersRules.OrderCompleted,
        (OrderAction.Amend or OrderAction.Close or OrderAction.Ship or OrderAction.Accept or OrderAction.Deliver or OrderAction.Lose, _) => SalesOrdersRules.OrderNotConfirmed,
        (OrderAction.Pay or OrderAction.Cancel or OrderAction.Hold or OrderAction.AllowCredit, OrderState.Draft or OrderState.Quoted) => SalesOrdersRules.OrderNotPlaced,
        (OrderAction.Cancel, _) => SalesOrdersRules.OrderShipped,
        (OrderAction.Hold or OrderAction.AllowCredit, _) => SalesOrdersRules.NothingToShip,
        _ => SalesOrdersRules.OrderNotDraft,
    };
}
