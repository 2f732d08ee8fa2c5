using System.Globalization;

namespace Crm.SalesOrders.Domain;

/// <summary>The stock levels of some products, locked for the rest of the transaction: in one warehouse to be changed, in all others to be looked at.</summary>
internal sealed class LockedStock
{
    private readonly Dictionary<ProductId, StockLevel> _levels;
    private readonly List<StockLevel> _everywhere;
    private readonly IReadOnlySet<ProductId> _products;

    /// <param name="products">Whose stock is locked, also of those that have none anywhere.</param>
    /// <param name="everywhere">All there are of these products, whatever the warehouse.</param>
    /// <param name="warehouse">In which something is going to happen.</param>
    public LockedStock(IReadOnlySet<ProductId> products, List<StockLevel> everywhere, string warehouse)
    {
        (_products, _everywhere, Warehouse) = (products, everywhere, warehouse);
        _levels = everywhere.Where(level => level.Warehouse == warehouse).ToDictionary(level => level.ProductId);
    }

    public string Warehouse { get; }

    public IReadOnlyCollection<StockLevel> Levels => _levels.Values;

    public StockLevel? Find(ProductId product) => _levels.GetValueOrDefault(product);

    public StockLevel Of(OrderLine line) => Of(line.ProductId, line.Sku, line.Quantity);

    /// <param name="product">Whose stock.</param>
    /// <param name="sku">Its number, for whoever is refused.</param>
    /// <param name="wanted">Units that are asked for.</param>
    public StockLevel Of(ProductId product, string sku, int wanted) => Find(product)
        ?? throw SalesOrdersRules.StockInsufficient.Broken(Shown(sku, wanted, available: 0));

    public int AvailableFor(OrderLine line) => Find(line.ProductId)?.Available ?? 0;

    /// <summary>A product comes to this warehouse for the first time.</summary>
    public void Add(StockLevel level)
    {
        _levels.Add(level.ProductId, level);
        _everywhere.Add(level);
    }

    /// <summary>The stock of a product in all warehouses.</summary>
    public IEnumerable<StockLevel> Everywhere(ProductId product) => _everywhere.Where(level => level.ProductId == product);

    /// <summary>Whether this is the stock of everything that the order has.</summary>
    public bool IsOf(Order order) => order.Warehouse == Warehouse && order.Lines.All(line => _products.Contains(line.ProductId));

    /// <summary>Whether all that the order is for is there.</summary>
    /// <param name="order">With its lines.</param>
    /// <param name="reserved">Units of a product that are kept for this order beside what is available to everybody.</param>
    public bool Suffices(Order order, Func<ProductId, long> reserved) => order.AllowsBackOrder || order.Lines.Where(l => l is { IsStocked: true, IsGift: false }).GroupBy(l => l.ProductId)
        .All(g => g.Sum(l => (long)l.Quantity) <= AvailableFor(g.First()) + reserved(g.Key));

    /// <summary>Refuses with everything that is short at once; the demand of several lines for one product counts together.</summary>
    public void RequireAvailable(IEnumerable<(OrderLine Line, int Quantity)> demand) =>
        RequireAvailable(demand.Select(d => (d.Line.ProductId, d.Line.Sku, d.Quantity)));

    /// <inheritdoc cref="RequireAvailable(IEnumerable{ValueTuple{OrderLine, int}})"/>
    public void RequireAvailable(IEnumerable<(ProductId Product, string Sku, int Quantity)> demand)
    {
        var shortages = demand.GroupBy(d => d.Product)
            .Select(g => (g.First().Sku, Wanted: g.Sum(d => (long)d.Quantity), Available: Find(g.Key)?.Available ?? 0))
            .Where(d => d.Wanted > d.Available)
            .Select(d => Shown(d.Sku, d.Wanted, d.Available))
            .ToList();
        if (shortages.Count > 0) throw SalesOrdersRules.StockInsufficient.Broken(string.Join(", ", shortages));
    }

    private static string Shown(string sku, long wanted, int available) => string.Create(CultureInfo.InvariantCulture, $"{sku} ({wanted} > {available})");
}
