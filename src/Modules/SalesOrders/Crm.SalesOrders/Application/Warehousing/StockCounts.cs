using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Begins a stock-taking in a warehouse; selling goes on meanwhile.</summary>
internal sealed record OpenStockCount : ICommand<StockCountSaved>
{
    /// <summary>Code; left out, the default one.</summary>
    public string Warehouse { get; init; } = Warehouses.Default;

    /// <summary>Business date of the movements; left out, today in the caller's zone.</summary>
    public DateOnly? CountedOn { get; init; }

    public string? Note { get; init; }
}

/// <summary>Enters what was counted; a product that is entered again replaces its earlier count.</summary>
internal sealed record EnterStockCount : ICommand<StockCountSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Units on the shelf, zero included.</summary>
    public required IReadOnlyList<StockLine> Lines { get; init; }
}

/// <summary>Moves every stock that differs from its count.</summary>
internal sealed record PostStockCount(Guid Id) : ICommand<StockCountSaved>;

/// <summary>Ends a stock-taking without any movement.</summary>
internal sealed record CancelStockCount(Guid Id) : ICommand<StockCountSaved>;

/// <summary>What came of a command on a stock-taking.</summary>
internal sealed record StockCountSaved(Guid Id, string Number, StockCountState State, int Lines, int Differences, int Version)
{
    public static StockCountSaved Of(StockCount count) =>
        new(count.Key, count.Number, count.State, count.Lines.Count, count.Lines.Count(l => l.Difference != 0), count.Version);
}

internal sealed class OpenStockCountValidator : AbstractValidator<OpenStockCount>
{
    public OpenStockCountValidator()
    {
        RuleFor(c => c.Warehouse).IsWarehouseCode();
        RuleFor(c => c.CountedOn).IsBusinessDate();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class EnterStockCountValidator : AbstractValidator<EnterStockCount>
{
    public EnterStockCountValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Lines).AreStockLines(fewest: 0);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.DistinctBy(l => l?.Sku).Count() == lines.Count).WithPhrase(InputPhrases.Once);
    }
}

internal sealed class PostStockCountValidator : AbstractValidator<PostStockCount>
{
    public PostStockCountValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CancelStockCountValidator : AbstractValidator<CancelStockCount>
{
    public CancelStockCountValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class OpenStockCountHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<OpenStockCount, StockCountSaved>
{
    public async Task<StockCountSaved> Handle(OpenStockCount command, CancellationToken ct)
    {
        await db.RequireWarehouse(command.Warehouse, ct);
        var countedOn = command.CountedOn ?? BusinessDay.Of(time, caller.Caller);
        var count = StockCount.Open(await db.NextNumber("stock-counts", "ST", ct), command.Warehouse, countedOn, command.Note, time.GetUtcNow());
        db.StockCounts.Add(count);
        return StockCountSaved.Of(count);
    }
}

internal sealed class EnterStockCountHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<EnterStockCount, StockCountSaved>
{
    public async Task<StockCountSaved> Handle(EnterStockCount command, CancellationToken ct)
    {
        var count = await db.ForChange<StockCount, StockCountId>(new StockCountId(command.Id), ct);
        var counted = await db.UnitsOf(command.Lines, ct);
        count.Enter(counted, await db.LockStock(counted.Select(u => u.ProductId), count.Warehouse, ct), time.GetUtcNow());
        return StockCountSaved.Of(count);
    }
}

internal sealed class PostStockCountHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<PostStockCount, StockCountSaved>
{
    public async Task<StockCountSaved> Handle(PostStockCount command, CancellationToken ct)
    {
        var count = await db.ForChange<StockCount, StockCountId>(new StockCountId(command.Id), ct);
        var goods = count.Lines.Select(l => new Units(l.ProductId, l.Sku, l.Counted)).ToList();
        count.Post(await db.LockStockToFill(goods, count.Warehouse, ct), time.GetUtcNow());
        return StockCountSaved.Of(count);
    }
}

internal sealed class CancelStockCountHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<CancelStockCount, StockCountSaved>
{
    public async Task<StockCountSaved> Handle(CancelStockCount command, CancellationToken ct)
    {
        var count = await db.ForChange<StockCount, StockCountId>(new StockCountId(command.Id), ct);
        count.Cancel(time.GetUtcNow());
        return StockCountSaved.Of(count);
    }
}
