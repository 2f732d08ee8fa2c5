using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>What the rules of replenishment want to buy now. Nothing is stored: the figures of this moment decide, and are the reason.</summary>
internal static class Proposals
{
    /// <param name="db">Where stock, supplies and orders are.</param>
    /// <param name="rules">Of any warehouses.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <returns>One for each rule whose position is at or below its reorder point.</returns>
    public static async Task<List<Proposal>> ProposalsOf(this SalesOrdersDbContext db, IReadOnlyCollection<ReplenishmentRule> rules, CancellationToken ct)
    {
        var suppliers = await SuppliersOf(db, rules, ct);
        var proposals = new List<Proposal>();
        foreach (var warehouse in rules.GroupBy(r => r.Warehouse))
        {
            var products = warehouse.Select(r => r.ProductId).ToList();
            var levels = await db.StockLevels.AsNoTracking()
                .Where(l => l.Warehouse == warehouse.Key && EF.Parameter(products).Contains(l.ProductId)).ToDictionaryAsync(l => l.ProductId, ct);
            var waiting = await db.BackOrdered(products, warehouse.Key, ct);
            var drafted = await Drafted(db, products, warehouse.Key, ct);
            foreach (var rule in warehouse)
            {
                var level = levels.GetValueOrDefault(rule.ProductId) ?? new StockLevel(rule.ProductId, rule.Sku, rule.Warehouse);
                var position = new StockPosition(
                    level.OnHand, level.Allocated, level.Reserved, level.SafetyStock, level.Incoming, drafted.GetValueOrDefault(rule.ProductId), waiting.GetValueOrDefault(rule.ProductId));
                var supplier = suppliers[rule.SupplierId];
                var item = supplier.ItemOf(rule.ProductId);
                if (supplier.IsActive && rule.Wanted(position.Units, item?.MinimumQuantity ?? 1) is { } wanted) proposals.Add(new Proposal(rule, supplier, wanted, item?.UnitCost, position));
            }
        }

        return proposals;
    }

    private static Task<Dictionary<SupplierId, Supplier>> SuppliersOf(SalesOrdersDbContext db, IReadOnlyCollection<ReplenishmentRule> rules, CancellationToken ct)
    {
        var ids = rules.Select(r => r.SupplierId).Distinct().ToList();
        return db.Suppliers.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
    }

    private static Task<Dictionary<ProductId, long>> Drafted(SalesOrdersDbContext db, List<ProductId> products, string warehouse, CancellationToken ct) =>
        db.SupplyOrders.Where(o => o.State == SupplyOrderState.Draft && o.Warehouse == warehouse)
            .SelectMany(o => o.Lines)
            .Where(l => EF.Parameter(products).Contains(l.ProductId))
            .GroupBy(l => l.ProductId)
            .Select(g => new { Product = g.Key, Units = g.Sum(l => (long)l.Quantity) })
            .ToDictionaryAsync(g => g.Product, g => g.Units, ct);
}

/// <param name="Rule">Which wants it.</param>
/// <param name="Supplier">From whom.</param>
/// <param name="Quantity">Units to buy.</param>
/// <param name="UnitCost">In the supplier's currency, where known.</param>
/// <param name="Position">Why.</param>
internal sealed record Proposal(ReplenishmentRule Rule, Supplier Supplier, int Quantity, decimal? UnitCost, StockPosition Position);

/// <summary>The figures that decide whether to buy.</summary>
internal sealed record StockPosition(int OnHand, int Allocated, int Reserved, int SafetyStock, int Incoming, long Drafted, long BackOrdered)
{
    /// <summary>On hand - allocated - reserved - safety stock + incoming + drafted - back-ordered.</summary>
    public long Units => OnHand - (long)Allocated - Reserved - SafetyStock + Incoming + Drafted - BackOrdered;
}
