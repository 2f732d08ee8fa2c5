namespace Crm.SalesOrders.Domain;

/// <summary>A document of one order. It is seen by whoever sees the order; the module's context takes care of it.</summary>
internal interface IOfOrder
{
    OrderId OrderId { get; }
}
