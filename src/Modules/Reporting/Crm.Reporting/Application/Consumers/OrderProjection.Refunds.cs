using Crm.BuildingBlocks;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;

namespace Crm.Reporting.Application.Consumers;

internal sealed partial class OrderProjection
{
    private const int ExactDigits = 8;

    private void Refund(RefundSettledV1 settled)
    {
        var known = Of(_refunds, settled.OrderId);
        foreach (var item in settled.Lines.Where(l => !known.Exists(r => r.RefundId == settled.RefundId && r.LineId == l.LineId)))
        {
            var refund = new RefundFact
            {
                Generation = generation,
                RefundId = settled.RefundId,
                LineId = item.LineId,
                OrderId = settled.OrderId,
                ProductId = item.ProductId,
                Quantity = item.Quantity,
                Amount = item.Amount,
                SettledOn = settled.SettledOn,
            };
            known.Add(refund);
            _newRefunds.Add(refund);
            if (_orders.TryGetValue(settled.OrderId, out var order)) Return(order, refund);
        }
    }

    private void Return(OrderFact order, RefundFact refund)
    {
        var lines = Of(_lines, order.OrderId);
        if (lines.Find(l => l.LineId == refund.LineId) is not { } line) return;
        var before = (line.ReturnedQuantity, line.ReturnedNet, line.ReturnedNetExact);
        Note(refund, lines);
        if (order.CancelledOn is null)
            rollups.Return(line, line.ReturnedQuantity - before.ReturnedQuantity, line.ReturnedNet - before.ReturnedNet, line.ReturnedNetExact - before.ReturnedNetExact);
    }

    // By what was refunded altogether, so that parts add up, and what was refunded in full comes to the whole net.
    private static void Note(RefundFact refund, List<OrderLineFact> lines)
    {
        if (lines.Find(l => l.LineId == refund.LineId) is not { } line) return;
        line.ReturnedQuantity += refund.Quantity;
        line.ReturnedAmount += refund.Amount;
        var payable = line.Net + line.Tax;
        if (payable == 0m) return;
        line.ReturnedNet = Currencies.Round(line.Net * line.ReturnedAmount / payable, line.Currency);
        line.ReturnedNetExact = Math.Round(line.NetExact * line.ReturnedAmount / payable, ExactDigits, MidpointRounding.AwayFromZero);
    }
}
