using System.Globalization;

namespace Crm.SalesOrders.Domain;

/// <summary>The stock levels of the products of one order in its warehouse, locked for the rest of the transaction.</summary>
internal sealed class LockedStock
{
    private readonly Dictionary<ProductId, StockLevel> _levels;

    public LockedStock(IEnumerable<StockLevel> levels, string warehouse) =>
        _levels = levels.Where(level => level.Warehouse == warehouse).ToDictionary(level => level.ProductId);

    public StockLevel? Find(ProductId product) => _levels.GetValueOrDefault(product);

    public StockLevel Of(OrderLine line) => Find(line.ProductId)
        ?? throw SalesOrdersRules.StockInsufficient.Broken(Shown(line.Sku, line.Quantity, available: 0));

    public int AvailableFor(OrderLine line) => Find(line.ProductId)?.Available ?? 0;

    /// <summary>Refuses with everything that is short at once; the demand of several lines for one product counts together.</summary>
    public void RequireAvailable(IEnumerable<(OrderLine Line, int Quantity)> demand)
    {
        var shortages = demand.GroupBy(d => d.Line.ProductId)
            .Select(g => (g.First().Line, Wanted: g.Sum(d => (long)d.Quantity), Available: AvailableFor(g.First().Line)))
            .Where(d => d.Wanted > d.Available)
            .Select(d => Shown(d.Line.Sku, d.Wanted, d.Available))
            .ToList();
        if (shortages.Count > 0) throw SalesOrdersRules.StockInsufficient.Broken(string.Join(", ", shortages));
    }

    private static string Shown(string sku, long wanted, int available) => string.Create(CultureInfo.InvariantCulture, $"{sku} ({wanted} > {available})");
}
