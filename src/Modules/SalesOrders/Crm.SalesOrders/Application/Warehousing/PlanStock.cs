using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Says when the stock of a product in a warehouse is low, and how much of it replenishment does not count on.</summary>
internal sealed record PlanStock : ICommand<StockSaved>
{
    [JsonIgnore]
    public Guid ProductId { get; init; }

    /// <summary>Code; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>Available stock at or below it is told; null tells nobody. The reorder level of the product sets that of the default warehouse.</summary>
    public int? ReorderPoint { get; init; }

    /// <summary>Units that replenishment does not count on.</summary>
    public int SafetyStock { get; init; }
}

internal sealed class PlanStockValidator : AbstractValidator<PlanStock>
{
    public PlanStockValidator()
    {
        RuleFor(c => c.ProductId).NotEmpty();
        RuleFor(c => c.Warehouse).IsWarehouseCode();
        RuleFor(c => c.ReorderPoint).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(c => c.SafetyStock).InclusiveBetween(0, Limits.MostUnits);
    }
}

internal sealed class PlanStockHandler(SalesOrdersDbContext db) : ICommandHandler<PlanStock, StockSaved>
{
    public async Task<StockSaved> Handle(PlanStock command, CancellationToken ct)
    {
        var level = (await db.StockForChange(command.ProductId, command.Warehouse, ct)).Levels.Single();
        level.Plan(command.ReorderPoint, command.SafetyStock);
        return StockSaved.Of(level);
    }
}
