using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Goods come or go for another reason than an order.</summary>
internal sealed record MoveStock : ICommand<StockSaved>
{
    [JsonIgnore]
    public Guid ProductId { get; init; }

    /// <summary>Code of the warehouse; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>Units that come (positive) or go (negative).</summary>
    public required int Change { get; init; }

    public MovementReason Reason { get; init; } = MovementReason.Adjustment;

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>Of an adjustment: why the books and the shelf differed.</summary>
    public AdjustmentReason? Because { get; init; }

    public string? Note { get; init; }
}

/// <param name="ProductId">Whose stock.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Allocated">Units of them that are promised to confirmed orders.</param>
/// <param name="Reserved">Units of them that are kept for somebody for a while.</param>
/// <param name="Available">Units that may still be promised.</param>
internal sealed record StockSaved(Guid ProductId, string Warehouse, int OnHand, int Allocated, int Reserved, int Available)
{
    public static StockSaved Of(StockLevel level) => new(level.ProductId.Value, level.Warehouse, level.OnHand, level.Allocated, level.Reserved, level.Available);
}

internal sealed class MoveStockValidator : AbstractValidator<MoveStock>
{
    public MoveStockValidator()
    {
        RuleFor(c => c.ProductId).NotEmpty();
        RuleFor(c => c.Warehouse).IsWarehouseCode();
        RuleFor(c => c.Change).NotEqual(0).InclusiveBetween(-Limits.MostUnits, Limits.MostUnits);
        RuleFor(c => c.Reason).Must(r => r is MovementReason.Opening or MovementReason.Receipt or MovementReason.Adjustment).WithPhrase(InputPhrases.Reason);
        RuleFor(c => c.Because).IsInEnum();
        RuleFor(c => c.Because).Must((c, because) => because is null || c.Reason == MovementReason.Adjustment).WithPhrase(InputPhrases.OfAdjustments);
        RuleFor(c => c.MovedOn).IsBusinessDate();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class MoveStockHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<MoveStock, StockSaved>
{
    public async Task<StockSaved> Handle(MoveStock command, CancellationToken ct)
    {
        var stock = await db.StockForChange(command.ProductId, command.Warehouse, ct);
        var movedOn = command.MovedOn ?? BusinessDay.Of(time, caller.Caller);
        var level = stock.Levels.Single();
        level.Move(command.Change, new MovementCause(command.Reason, movedOn, time.GetUtcNow(), Note: command.Note, Because: command.Because));
        if (command.Reason == MovementReason.Receipt) await db.FillBackOrders(stock, ct);
        return StockSaved.Of(level);
    }
}

internal static class StockForChanging
{
    /// <summary>The locked stock of a product that exists and is not deleted; it may be new in this warehouse.</summary>
    public static async Task<LockedStock> StockForChange(this SalesOrdersDbContext db, Guid productId, string warehouse, CancellationToken ct)
    {
        var id = new ProductId(productId);
        var product = await db.Products.Where(p => p.Id == id).Select(p => new { p.Sku, p.IsTracked }).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("product", productId.ToString());
        if (!product.IsTracked) throw CatalogueRules.NotTracked.Broken(product.Sku);
        if (warehouse != Warehouses.Default) await db.RequireWarehouse(warehouse, ct);
        return await db.LockStockToFill([new Units(id, product.Sku, 0)], warehouse, ct);
    }
}
