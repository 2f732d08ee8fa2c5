namespace Crm.SalesOrders.Domain;

/// <summary>What a quote said at one time; it never changes.</summary>
internal sealed class OrderRevision
{
    private OrderRevision()
    {
    }

    public OrderRevision(int number, Order order, DateTimeOffset madeAt)
    {
        Id = Guid.CreateVersion7();
        (Number, MadeAt, ValidUntil) = (number, madeAt, order.ValidUntil!.Value);
        (Net, Freight, Gross, Currency) = (order.Net, order.Freight, order.Gross, order.Currency);
        Lines = [.. order.Lines.OrderBy(l => l.Position).Select(l => new RevisedLine(l.Sku, l.ProductName, l.Quantity, l.UnitPrice, l.DiscountRate, l.Net))];
    }

    public Guid Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateOnly ValidUntil { get; private set; }

    public decimal Net { get; private set; }

    public decimal Freight { get; private set; }

    public decimal Gross { get; private set; }

    public string Currency { get; private set; } = "";

    public IReadOnlyList<RevisedLine> Lines { get; private set; } = [];
}

/// <param name="Sku">Number of the product.</param>
/// <param name="ProductName">Its name then.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Before discount, up to eight decimals.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
/// <param name="Net">Rounded to the currency's digits, less the share of the order's discount.</param>
internal sealed record RevisedLine(string Sku, string ProductName, int Quantity, decimal UnitPrice, decimal DiscountRate, decimal Net);
