using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Domain.Supply;

namespace Crm.SalesOrders.Application;

/// <summary>What Sales Orders tells the others. Everything not listed stays inside.</summary>
internal sealed class SalesOrdersPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (Product p, _) => Of(p),
        (Category c, _) => Of(c, isDeleted: happened is CategoryWasDeleted),
        (PricePublication p, PricesWerePublished told) => ToldPrices.Event(p, told),
        (StockLevel s, StockWasMoved m) => new StockLevelChangedV1(
            s.ProductId.Value, s.Sku, s.Warehouse, m.Change, Name(m.Reason), m.MovedOn, m.OnHand, m.Allocated),
        (StockLevel s, StockFellToReorderPoint f) => new BelowReorderPointV1(
            s.ProductId.Value, s.Sku, s.Warehouse, f.Available, f.ReorderPoint, f.OnHand, f.Incoming),
        (SupplyOrder o, SupplyOrderWasPlaced) => new SupplyOrderPlacedV1(
            o.Key, o.Number, o.SupplierId.Value, o.SupplierCode, o.Warehouse, o.OrderedOn!.Value, o.Currency, [.. o.Lines.Select(Of)]),
        (SupplyOrder o, SupplyOrderWasReceived r) => new SupplyOrderReceivedV1(
            o.Key, o.Number, o.SupplierId.Value, o.Warehouse, r.ReceivedOn, r.IsComplete, [.. r.Goods.Select(u => new SuppliedGoodsV1(u.ProductId.Value, u.Sku, u.Quantity))]),
        (Order o, OrderWasQuoted) => new OrderQuotedV1(o.Key, o.Number, o.CustomerId, o.ValidUntil!.Value, o.Gross, o.Currency),
        (Order o, OrderWasSubmitted) => new OrderSubmittedV1(o.Key, o.Number, o.CustomerId, o.OrderedOn),
        (Order o, OrderWasHeld) => new OrderHeldV1(
            o.Key, o.Number, o.CustomerId, [.. o.Holds.Where(h => h.IsOpen).Select(h => Name(h.Kind)).Distinct()], o.State == OrderState.PendingApproval),
        (Order o, OrderHoldWasReleased r) => new OrderReleasedV1(o.Key, o.Number, o.CustomerId, r.IsApproval ? "agreed" : "released", o.OpenHolds),
        (Order o, OrderWasRejected) => new OrderReleasedV1(o.Key, o.Number, o.CustomerId, "rejected", o.OpenHolds),
        (Order o, OrderWasExpired) => new OrderExpiredV1(o.Key, o.Number, o.CustomerId, o.ValidUntil!.Value),
        (ToldExposure t, ExposureWasTold e) => new CreditExposureChangedV1(t.CustomerId, [.. e.Exposures.Select(x => new ExposureV1(x.Currency, x.Amount))]),
        (PointsAccount a, PointsWereBooked { Entry: var p }) => new PointsChangedV1(
            a.CustomerId, p.Id, Name(p.Kind), p.Points, p.BalanceAfter, p.OrderId.Value, p.On, p.ValidUntil),
        (JournalEntry j, JournalWasPosted) => new JournalPostedV1(
            j.Key, j.Number, Name(j.Kind), j.DocumentId, j.OrderId.Value, j.CustomerId, j.DocumentOn, j.PostedOn, j.Currency,
            [.. j.Lines.Select(l => new JournalLineV1(Name(l.Role), l.Account, l.Debit, l.Credit))]),
        (Order o, OrderWasConfirmed) => new OrderConfirmedV1(o.Key, StateOf(o)),
        (Order o, OrderWasAmended a) => new OrderChangedV1(o.Key, StateOf(o), a.ChangeId),
        (Order o, OrderWasCancelled c) => new OrderCancelledV1(o.Key, c.WasConfirmed, c.CancelledOn, c.Reason, o.CustomerId),
        (Order o, OrderWasCompleted) => new OrderCompletedV1(o.Key, o.Number, o.CustomerId, o.Owed, o.Currency, o.ShippedOn),
        (Order o, OrderWasSettled) => new OrderSettledV1(o.Key, o.Number, o.CustomerId, o.Owed, o.WrittenOff, o.Currency),
        (Order o, OrderWasReopened r) => new OrderReopenedV1(o.Key, o.Number, o.CustomerId, r.IsCompleted, r.IsSettled),
        (Order o, PromotionWasRedeemed { Redemption: var r }) => new PromotionRedeemedV1(o.Key, o.CustomerId, r.Promotion, r.Version, r.Coupon, r.Amount, o.Currency, o.OrderedOn),
        (Order o, PromotionWasReleased { Redemption: var r }) => new PromotionReleasedV1(o.Key, o.CustomerId, r.Promotion, r.Version, r.Coupon, r.Amount, o.Currency, o.OrderedOn),
        (Order o, ShipmentWasDispatched d) => new ShipmentDispatchedV1(
            o.Key, d.Shipment.Id, d.Shipment.Carrier, d.Shipment.ShippedOn, [.. d.Shipment.Lines.Select(Of)], d.IsFullyShipped),
        (Order o, ShipmentWasDelivered d) => new ShipmentDeliveredV1(o.Key, d.Shipment.Id, o.CustomerId, d.Shipment.DeliveredOn!.Value, d.IsFullyDelivered),
        (Order o, ShipmentWasLost l) => new ShipmentLostV1(o.Key, l.Shipment.Id, o.CustomerId, l.Shipment.LostOn!.Value, [.. l.Shipment.Lines.Select(Of)]),
        (Order o, ServiceWasAccepted a) => new ServiceAcceptedV1(
            o.Key, a.Acceptance.Id, o.CustomerId, a.Acceptance.AcceptedOn, [.. a.Acceptance.Lines.Select(Of)], a.IsFullyShipped),
        (Order o, PaymentWasBooked { Entry.Kind: PaymentEntryKind.Authorise } p) => new PaymentAuthorisedV1(
            o.Key, p.Entry.Id, o.CustomerId, p.Entry.Amount, o.Currency, p.Entry.PaidOn),
        (Order o, PaymentWasBooked { Entry.Kind: PaymentEntryKind.Fail } p) => new PaymentFailedV1(
            o.Key, p.Entry.Id, o.CustomerId, p.Entry.Amount, o.Currency, p.Entry.PaidOn),
        (Order o, PaymentWasBooked { Entry.Kind: PaymentEntryKind.ChargeBack } p) => new PaymentChargedBackV1(
            o.Key, p.Entry.Id, o.CustomerId, p.Entry.Amount, o.Currency, p.Entry.PaidOn, p.BalanceAfter),
        (Order o, ReturnWasReceived r) => new ReturnReceivedV1(
            o.Key, r.Return.Key, o.CustomerId, r.Return.ReceivedOn!.Value, [.. r.Return.Lines.Where(l => l.Received > 0).Select(Of)],
            o.Fulfilment == FulfilmentState.Returned),
        (Order o, InvoiceWasIssued i) => new InvoiceIssuedV1(
            o.Key, i.Invoice.Key, Name(i.Invoice.Kind), i.Invoice.Number, o.CustomerId, i.Invoice.Total, o.Currency, i.Invoice.IssuedOn, i.Invoice.DueOn,
            o.Invoicing == InvoicingState.FullyInvoiced, i.Invoice.CompanyCurrency, i.Invoice.CompanyRate),
        (Order o, RefundWasSettled r) => new RefundSettledV1(
            o.Key, r.Refund.Key, o.CustomerId, r.Refund.Amount, o.Currency, r.Refund.SettledOn!.Value, r.BalanceAfter,
            Sum(r.Refund, RefundItemKind.Freight), Sum(r.Refund, RefundItemKind.Goodwill), [.. r.Refund.Items.Where(i => i.LineId is not null).GroupBy(i => i.LineId).Select(Of)]),
        (Order o, RefundWasGranted { Refund: { Credit: not 0m } r }) => new OrderOwedChangedV1(o.Key, o.CustomerId, "refund", r.Key, o.Owed, o.Currency, On: null),
        (Order o, RefundWasReleased { Refund: { State: not RefundState.Rejected } r }) => new OrderOwedChangedV1(o.Key, o.CustomerId, "refund", r.Key, o.Owed, o.Currency, On: null),
        (Order o, OrderWasWrittenOff { WriteOff: var w }) => new OrderOwedChangedV1(o.Key, o.CustomerId, "writeOff", w.Id, o.Owed, o.Currency, w.On),
        (Order o, OrderWasRecovered { Recovery: var r }) => new OrderOwedChangedV1(o.Key, o.CustomerId, "recovery", r.Id, o.Owed, o.Currency, r.On),
        (Order o, PaymentWasRecorded p) => new PaymentCapturedV1(
            o.Key, p.Payment.Id, o.CustomerId, p.Payment.Amount, o.Currency, p.Payment.PaidOn, p.BalanceAfter),
        _ => null,
    };

    /// <summary>A deleted product is one that is no longer sold.</summary>
    public static ProductChangedV1 Of(Product p) =>
        new(p.Key, p.Sku, p.Name, p.Category, p.Unit, p.ListPrice, p.Currency, p.Cost, p.IsActive && p.DeletedAt is null, p.ReorderLevel, p.CurrentCost, p.UnitOfMeasure, p.TaxClass, p.IsTracked);

    public static CategoryChangedV1 Of(Category c, bool isDeleted) => new(c.Key, c.Code, c.Name, c.NameChinese, c.Parent, c.TaxClass, isDeleted);

    private static decimal Sum(Refund refund, RefundItemKind kind) => refund.Items.Where(i => i.Kind == kind).Sum(i => i.Amount);

    /// <summary>What left and what did not of the same line is one to the others.</summary>
    private static RefundedLineV1 Of(IGrouping<Guid?, RefundItem> line) =>
        new(line.Key!.Value, line.First().ProductId!.Value.Value, line.Sum(i => i.Quantity), line.Sum(i => i.Amount));

    private static ReturnedLineV1 Of(ReturnLine line) => new(line.LineId, line.ProductId.Value, line.Received);

    private static SupplyOrderLineV1 Of(SupplyOrderLine line) => new(line.ProductId.Value, line.Sku, line.Quantity, line.UnitCost, line.ExpectedOn!.Value);

    private static ShippedLineV1 Of(ShipmentLine line) => new(line.LineId, line.ProductId.Value, line.Quantity);

    private static ShippedLineV1 Of(AcceptanceLine line) => new(line.LineId, line.ProductId.Value, line.Quantity);

    public static OrderStateV1 StateOf(Order o) => new(
        o.Number,
        o.CustomerId,
        o.Channel,
        o.OwnerId,
        o.UnitId,
        o.Currency,
        o.OrderedOn,
        o.ShipTo.Country,
        o.ShipTo.Region,
        o.Freight,
        o.Net,
        o.NetExact,
        o.Gross,
        [.. o.Lines.Where(l => l.Quantity > 0).OrderBy(l => l.Position).Select(Of)],
        o.Tax,
        o.PriceBasis == PriceBasis.Gross,
        o.Redemptions is null ? null : [.. o.Redemptions.Select(r => new RedeemedPromotionV1(r.Promotion, r.Version, r.Coupon, r.Amount))],
        o.CompanyCurrency,
        o.CompanyRate,
        o.TerritoryId,
        o.OpportunityId,
        o.PricedFor is null ? null : Of(o, o.PricedFor));

    private static OrderPricedV1 Of(Order o, PricedFor by) => new(
        by.CustomerGroup,
        by.Territories,
        by.Segments,
        o.PricedAt is { } at ? (int)at.ToTimeSpan().TotalSeconds : null,
        by.Country,
        o.FreightAsked,
        o.Discount,
        o.DiscountAuthority is not null,
        o.PriceBasis == PriceBasis.Gross,
        o.Coupons ?? [],
        o.Points,
        // Lines stand in the order in which they were priced; gifts and what was taken back come behind them.
        [.. o.Lines.Where(l => !l.IsGift && l.Quantity > 0).OrderBy(l => l.Position).Zip(by.Lines, Of)]);

    private static PricedLineV1 Of(OrderLine line, PricedForLine by) => new(line.Id, by.ProductPrice, by.TaxClass, by.IsAgreed, by.HasAuthority);

    private static OrderLineV1 Of(OrderLine l) => new(
        l.Id,
        l.ProductId.Value,
        l.Sku,
        l.ProductName,
        l.Category,
        l.Quantity,
        l.UnitPrice,
        l.DiscountRate,
        l.NetExact,
        l.Net,
        l.UnitCost * l.Quantity,
        l.DiscountShare,
        l.PromotionDiscount,
        l.TaxRate,
        l.Tax,
        l.IsGift,
        l.IsService);

    private static string Name(Enum member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
