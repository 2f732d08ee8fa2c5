using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Persistence;

/// <summary>An order's key in another system. Given once and kept beside the order, so that loading an order does not load it.</summary>
internal sealed class OrderRef
{
    private OrderRef()
    {
    }

    public OrderRef(OrderId orderId, ExternalRef reference) => (OrderId, System, RefId) = (orderId, reference.System, reference.Id);

    public OrderId OrderId { get; private set; }

    public string System { get; private set; } = "";

    public string RefId { get; private set; } = "";
}
