using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Makes the stock of a product what was counted; the difference is a movement. The first count opens the stock.</summary>
internal sealed record CountStock : ICommand<StockSaved>
{
    [JsonIgnore]
    public Guid ProductId { get; init; }

    /// <summary>Code of the warehouse; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>Units in the warehouse.</summary>
    public required int OnHand { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? CountedOn { get; init; }

    public string? Note { get; init; }
}

internal sealed class CountStockValidator : AbstractValidator<CountStock>
{
    public CountStockValidator()
    {
        RuleFor(c => c.ProductId).NotEmpty();
        RuleFor(c => c.Warehouse).IsWarehouseCode();
        RuleFor(c => c.OnHand).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(c => c.CountedOn).IsBusinessDate();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class CountStockHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CountStock, StockSaved>
{
    public async Task<StockSaved> Handle(CountStock command, CancellationToken ct)
    {
        var level = (await db.StockForChange(command.ProductId, command.Warehouse, ct)).Levels.Single();
        var countedOn = command.CountedOn ?? BusinessDay.Of(time, caller.Caller);
        level.Count(command.OnHand, countedOn, time.GetUtcNow(), command.Note);
        return StockSaved.Of(level);
    }
}
