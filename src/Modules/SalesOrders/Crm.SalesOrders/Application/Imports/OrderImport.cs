using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Imports;

/// <summary>An order of the past in a file; its lines come from a second one.</summary>
internal sealed record PastOrderRow(
    [ImportField("Customer: key in the other system, or code", "客户：外部系统标识或客户编号", MaxLength = Columns.ExternalId)] string Customer,
    [ImportField("Currency of all amounts, ISO 4217", "币种，ISO 4217", MaxLength = Columns.Currency)] string Currency,
    [ImportField("Business date of the order", "下单日期")] DateOnly OrderedOn,
    [ImportField("Order lines", "订单明细")] IReadOnlyList<PastOrderLine> Lines,
    [ImportField("Order number; left out, the next of the series", "订单号；为空则自动编号", MaxLength = Columns.Number)] string? Number = null,
    [ImportField("What the customer calls the order", "客户订单号", MaxLength = Columns.Reference)] string? CustomerReference = null,
    [ImportField("Channel: its code", "渠道代码", MaxLength = Columns.Code)] string Channel = FirstChannels.Phone,
    [ImportField("Salesperson: login, or key in the other system", "业务员：登录名或外部系统标识", MaxLength = Columns.ExternalId)] string? Salesperson = null,
    [ImportField("Date by which the customer wanted it", "要求日期")] DateOnly? RequiredOn = null,
    [ImportField("Date on which all of it was shipped; empty: not yet", "发货日期；为空表示未发货")] DateOnly? ShippedOn = null,
    [ImportField("Carrier", "承运人", MaxLength = Columns.Name)] string? Carrier = null,
    [ImportField("Charged for shipping", "运费")] decimal Freight = 0m,
    [ImportField("An amount off the whole order", "整单折扣")] decimal Discount = 0m,
    [ImportField("Date of the payment; empty: not yet", "付款日期；为空表示未付款")] DateOnly? PaidOn = null,
    [ImportField("What was paid; empty: all that was owed", "付款金额；为空表示全额")] decimal? PaidAmount = null,
    [ImportField("Date of the cancellation", "取消日期")] DateOnly? CancelledOn = null,
    [ImportField("Why it was cancelled", "取消原因", MaxLength = Columns.Reason)] string? CancelReason = null,
    [ImportField("Recipient", "收货人", MaxLength = Columns.Name)] string? ShipName = null,
    [ImportField("Street", "街道", MaxLength = Columns.Street)] string? ShipStreet = null,
    [ImportField("City", "城市", MaxLength = Columns.Place)] string? ShipCity = null,
    [ImportField("State or province", "省/州", MaxLength = Columns.Place)] string? ShipRegion = null,
    [ImportField("Postal code", "邮编", MaxLength = Columns.Place)] string? ShipPostalCode = null,
    [ImportField("Country", "国家", MaxLength = Columns.Place)] string? ShipCountry = null);

/// <summary>A line of an order of the past.</summary>
internal sealed record PastOrderLine(
    [ImportField("Product: key in the other system, or SKU", "产品：外部系统标识或 SKU", MaxLength = Columns.ExternalId)] string Product,
    [ImportField("Units", "数量")] int Quantity,
    [ImportField("Price per unit as it was, before discount", "当时的折前单价")] decimal UnitPrice,
    [ImportField("Discount as a fraction from 0 to 1", "折扣率，0 到 1")] decimal DiscountRate = 0m);

/// <summary>Takes orders of the past, each through the command that records one.</summary>
internal sealed class OrderImport(SalesOrdersDbContext db, ICommandHandler<ImportOrder, OrderImported> handler) : IImportTarget<PastOrderRow>
{
    public async Task Apply(IReadOnlyList<ImportRow<PastOrderRow>> rows, ImportContext context, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            try
            {
                var imported = await handler.Handle(ToCommand(row), ct);
                if (imported.WasThere) row.Unchanged(imported.Order.Id);
                else row.Created(imported.Order.Id);
            }
            catch (RuleBroken broken) when (!db.ChangeTracker.HasChanges())
            {
                // Refused before anything was done: the other rows need not be tried again.
                row.Refuse(broken.Rule, [.. broken.Values]);
            }

            context.ForgetSaved();
        }
    }

    private static ImportOrder ToCommand(ImportRow<PastOrderRow> row)
    {
        var order = row.Value;
        return new ImportOrder
        {
            Ref = new ExternalRef(row.Ref.System, row.Ref.Id),
            Number = order.Number,
            Customer = order.Customer,
            CustomerReference = order.CustomerReference,
            Channel = order.Channel,
            Salesperson = order.Salesperson,
            Currency = order.Currency,
            OrderedOn = order.OrderedOn,
            RequiredOn = order.RequiredOn,
            ShippedOn = order.ShippedOn,
            Carrier = order.Carrier,
            PaidOn = order.PaidOn,
            PaidAmount = order.PaidAmount,
            CancelledOn = order.CancelledOn,
            CancelReason = order.CancelReason,
            Freight = order.Freight,
            Discount = order.Discount,
            ShipTo = new OrderContent.Address(order.ShipName, order.ShipStreet, order.ShipCity, order.ShipRegion, order.ShipPostalCode, order.ShipCountry),
            Lines = [.. order.Lines.Select(l => new ImportOrder.Line(l.Product, l.Quantity, l.UnitPrice, l.DiscountRate))],
        };
    }
}
