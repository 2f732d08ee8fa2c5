using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>Goods come or go for another reason than an order.</summary>
internal sealed record MoveStock : ICommand<StockSaved>
{
    [JsonIgnore]
    public Guid ProductId { get; init; }

    /// <summary>Units that come (positive) or go (negative).</summary>
    public required int Change { get; init; }

    public MovementReason Reason { get; init; } = MovementReason.Adjustment;

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? MovedOn { get; init; }

    public string? Note { get; init; }
}

/// <param name="ProductId">Whose stock.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Allocated">Units of them that are promised to confirmed orders.</param>
/// <param name="Available">Units that may still be promised.</param>
internal sealed record StockSaved(Guid ProductId, string Warehouse, int OnHand, int Allocated, int Available)
{
    public static StockSaved Of(StockLevel level) => new(level.ProductId.Value, level.Warehouse, level.OnHand, level.Allocated, level.Available);
}

internal sealed class MoveStockValidator : AbstractValidator<MoveStock>
{
    public MoveStockValidator()
    {
        RuleFor(c => c.ProductId).NotEmpty();
        RuleFor(c => c.Change).NotEqual(0).InclusiveBetween(-Limits.MostUnits, Limits.MostUnits);
        RuleFor(c => c.Reason).Must(r => r is MovementReason.Opening or MovementReason.Receipt or MovementReason.Adjustment).WithPhrase(InputPhrases.Reason);
        RuleFor(c => c.MovedOn).IsBusinessDate();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class MoveStockHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<MoveStock, StockSaved>
{
    public async Task<StockSaved> Handle(MoveStock command, CancellationToken ct)
    {
        var level = await db.StockForChange(command.ProductId, ct);
        var movedOn = command.MovedOn ?? BusinessDay.Of(time, caller.Caller);
        level.Move(command.Change, new MovementCause(command.Reason, movedOn, time.GetUtcNow(), Note: command.Note));
        return StockSaved.Of(level);
    }
}

internal static class StockForChanging
{
    /// <summary>The locked stock of a product that exists and is not deleted.</summary>
    public static async Task<StockLevel> StockForChange(this SalesOrdersDbContext db, Guid productId, CancellationToken ct)
    {
        var id = new ProductId(productId);
        if (!await db.Products.AnyAsync(p => p.Id == id, ct)) throw new ResourceNotFound("product", productId.ToString());
        var stock = await db.LockStock([id], Warehouses.Default, ct);
        return stock.Find(id) ?? throw new ResourceNotFound("stock-level", productId.ToString());
    }
}
