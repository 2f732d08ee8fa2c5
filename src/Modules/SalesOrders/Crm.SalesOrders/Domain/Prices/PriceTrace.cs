namespace Crm.SalesOrders.Domain.Prices;

/// <summary>How the prices of an order came about, kept whenever it is priced; the last one explains the present prices.</summary>
internal sealed class PriceTrace
{
    private PriceTrace()
    {
    }

    public PriceTrace(string body, DateTimeOffset pricedAt) => (Id, Body, PricedAt) = (Guid.CreateVersion7(), body, pricedAt);

    public Guid Id { get; private set; }

    public DateTimeOffset PricedAt { get; private set; }

    /// <summary>The priced order with every step, as JSON.</summary>
    public string Body { get; private set; } = "";
}
