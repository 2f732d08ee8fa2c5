using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Asks for the stock levels to be compared with what explains them, and made what it says if that is wanted.</summary>
internal sealed record StartStockCheck(bool Repair) : ICommand<OperationId>;

internal sealed class StartStockCheckValidator : AbstractValidator<StartStockCheck>;

internal sealed class StartStockCheckHandler(SalesOrdersDbContext db, OperationStarter starter) : ICommandHandler<StartStockCheck, OperationId>
{
    public Task<OperationId> Handle(StartStockCheck command, CancellationToken ct) =>
        command.Repair
            ? starter.Start(db, RebuildStock.Kind, new RebuildStock.Request(), ct)
            : starter.Start(db, VerifyStock.Kind, new VerifyStock.Request(), ct);
}

/// <param name="Levels">How many stock levels were compared.</param>
/// <param name="Differences">How many of them differed; each is listed among the problems of the operation.</param>
internal sealed record StockChecked(long Levels, long Differences);

/// <summary>Compares every stock level with the ledger, the orders, the reservations, the supplies and the transfers, and changes nothing.</summary>
internal sealed class VerifyStock : IOperation<VerifyStock.Request, StockChecked>
{
    public const string Kind = "sales-orders.verify-stock";

    public Task<StockChecked> Run(Request input, OperationRun run, CancellationToken ct) => StockCheck.Run(run, repairs: false, ct);

    internal sealed record Request;
}

/// <summary>Makes every stock level what the ledger, the orders, the reservations, the supplies and the transfers say.</summary>
internal sealed class RebuildStock : IOperation<RebuildStock.Request, StockChecked>
{
    public const string Kind = "sales-orders.rebuild-stock";

    public Task<StockChecked> Run(Request input, OperationRun run, CancellationToken ct) => StockCheck.Run(run, repairs: true, ct);

    internal sealed record Request;
}

/// <summary>Both run while selling goes on: a step holds the locks of the levels it looks at, so that nothing moves while it adds up.</summary>
internal static class StockCheck
{
    private const int ProductsPerStep = 500;

    private static readonly Phrase Differs = new(
        "{0} in {1}: on hand {2} (ledger {3}), allocated {4} (orders {5}), reserved {6} (reservations {7}), incoming {8} (supplies {9}).",
        "{1} 的 {0}：在库 {2}（台账 {3}），已分配 {4}（订单 {5}），已预留 {6}（预留单 {7}），在途 {8}（采购与调拨 {9}）。");

    private static readonly Phrase Impossible = new(
        "{0} in {1}: {2} units are promised or reserved and {3} are on hand. Cancel orders or count the stock.",
        "{1} 的 {0}：已承诺 {2} 件，而在库仅 {3} 件。请取消订单或重新盘点。");

    public static async Task<StockChecked> Run(OperationRun run, bool repairs, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(null, 0, IsDone: false);
        while (!mark.IsDone) mark = await Next(mark, run, repairs, ct);
        return new StockChecked(run.Done, mark.Differences);
    }

    private static async Task<Mark> Next(Mark mark, OperationRun run, bool repairs, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (SalesOrdersDbContext)step.Db;
            var after = mark.Sku ?? "";
            var page = await db.Products.IgnoreQueryFilters().Where(p => string.Compare(p.Sku, after) > 0)
                .OrderBy(p => p.Sku).Take(ProductsPerStep).Select(p => new { p.Id, p.Sku }).ToListAsync(ct);
            var levels = await db.LockLevels(page.ConvertAll(p => p.Id), ct);
            var figures = await db.ExplainedFigures(page.ConvertAll(p => p.Id), ct);
            var differences = levels.Count(level => Compare(level, figures.Of(level), step, repairs));
            step.Total ??= await db.StockLevels.LongCountAsync(ct);
            next = new Mark(page.Count == 0 ? mark.Sku : page[^1].Sku, mark.Differences + differences, page.Count < ProductsPerStep);
            (step.Done, step.Checkpoint) = (step.Done + levels.Count, next);
        }, ct);
        return next;
    }

    private static bool Compare(StockLevel level, StockFigures explained, OperationStep step, bool repairs)
    {
        if (explained.Allocated + (long)explained.Reserved > explained.OnHand)
        {
            step.Problem(
                "sales-orders.stock-impossible", Impossible, [level.Sku, level.Warehouse, explained.Allocated + (long)explained.Reserved, explained.OnHand],
                field: level.Warehouse, value: level.Sku);
        }

        var found = StockFigures.Of(level);
        if (found == explained) return false;
        object[] values =
        [
            level.Sku, level.Warehouse, found.OnHand, explained.OnHand, found.Allocated, explained.Allocated, found.Reserved, explained.Reserved,
            found.Incoming, explained.Incoming,
        ];
        step.Problem("sales-orders.stock-differs", Differs, values, field: level.Warehouse, value: level.Sku);
        if (repairs) level.Restate(explained);
        return true;
    }

    /// <param name="Sku">The last product that was looked at.</param>
    /// <param name="Differences">Found so far.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(string? Sku, long Differences, bool IsDone);
}
