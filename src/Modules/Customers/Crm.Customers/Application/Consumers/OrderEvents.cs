using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.SalesOrders.Contracts;

namespace Crm.Customers.Application.Consumers;

/// <summary>What the events of Sales Orders mean for the account of an order.</summary>
internal static class OrderEvents
{
    /// <summary>Of which order it tells; whose and in which currency where it says so.</summary>
    public static (Guid OrderId, Guid? CustomerId, string? Currency)? OrderOf(IIntegrationEvent happened) => happened switch
    {
        OrderConfirmedV1 e => (e.OrderId, e.Order.CustomerId, e.Order.Currency),
        OrderChangedV1 e => (e.OrderId, e.Order.CustomerId, e.Order.Currency),

        // What was never confirmed never counted.
        OrderCancelledV1 { WasConfirmed: true } e => (e.OrderId, null, null),
        OrderOwedChangedV1 e => (e.OrderId, e.CustomerId, e.Currency),
        ShipmentDeliveredV1 e => (e.OrderId, e.CustomerId, null),
        ServiceAcceptedV1 e => (e.OrderId, e.CustomerId, null),
        ReturnReceivedV1 e => (e.OrderId, e.CustomerId, null),
        InvoiceIssuedV1 e => (e.OrderId, e.CustomerId, e.Currency),
        PaymentCapturedV1 e => (e.OrderId, e.CustomerId, e.Currency),
        PaymentChargedBackV1 e => (e.OrderId, e.CustomerId, e.Currency),
        RefundSettledV1 e => (e.OrderId, e.CustomerId, e.Currency),
        OrderAccountV1 e => (e.OrderId, e.Order.CustomerId, e.Order.Currency),
        _ => null,
    };

    /// <returns>The line that it writes; null where it changes nothing.</returns>
    public static CustomerTransaction? Apply(OrderAccount account, IIntegrationEvent happened, Recorded recorded) => happened switch
    {
        OrderConfirmedV1 e when account.OrderedOn is null => account.Confirm(Facts(e.Order), recorded),
        OrderConfirmedV1 e => account.Change(Facts(e.Order), e.OrderId, recorded),
        OrderChangedV1 e when account.OrderedOn is null => account.Confirm(Facts(e.Order), recorded),
        OrderChangedV1 e => account.Change(Facts(e.Order), e.ChangeId, recorded),
        OrderCancelledV1 e => account.Cancel(e.CancelledOn, recorded),
        OrderOwedChangedV1 e => account.Owe(e.Owed, KindOf(e.Cause), e.DocumentId, e.On ?? recorded.Today, recorded),
        _ => account.Add(Document(happened), recorded),
    };

    private static OrderDocument Document(IIntegrationEvent happened) => happened switch
    {
        ShipmentDeliveredV1 e => new(TransactionKind.Delivery, e.ShipmentId, e.DeliveredOn),
        ServiceAcceptedV1 e => new(TransactionKind.Delivery, e.AcceptanceId, e.AcceptedOn),
        ReturnReceivedV1 e => new(TransactionKind.Return, e.ReturnId, e.ReceivedOn),
        InvoiceIssuedV1 e => new(e.Kind == "creditNote" ? TransactionKind.CreditNote : TransactionKind.Invoice, e.InvoiceId, e.IssuedOn, e.Total, Number: e.Number),
        PaymentCapturedV1 e => new(TransactionKind.Payment, e.PaymentId, e.PaidOn, e.Amount, e.Amount),
        PaymentChargedBackV1 e => new(TransactionKind.ChargeBack, e.PaymentId, e.ChargedBackOn, e.Amount, -e.Amount),
        RefundSettledV1 e => new(TransactionKind.Refund, e.RefundId, e.SettledOn, e.Amount, -e.Amount),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "No document of an order."),
    };

    private static TransactionKind KindOf(string cause) => cause switch
    {
        "writeOff" => TransactionKind.WriteOff,
        "recovery" => TransactionKind.Recovery,
        _ => TransactionKind.Credit,
    };

    public static OrderFacts Facts(OrderStateV1 order) => new(
        new CustomerId(order.CustomerId), order.Number, order.Channel, order.OrderedOn, order.Currency, order.Gross, order.Net,
        order.Lines.All(l => l.Cost is not null) ? order.Net - order.Lines.Sum(l => Currencies.Round(l.Cost!.Value, order.Currency)) : null,
        order.CompanyCurrency, order.CompanyRate);
}
