using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Checking;

/// <summary>Asks for every order to be recomputed from what happened to it.</summary>
internal sealed record StartOrderCheck : ICommand<OperationId>;

internal sealed class StartOrderCheckValidator : AbstractValidator<StartOrderCheck>;

internal sealed class StartOrderCheckHandler(SalesOrdersDbContext db, OperationStarter starter) : ICommandHandler<StartOrderCheck, OperationId>
{
    public Task<OperationId> Handle(StartOrderCheck command, CancellationToken ct) => starter.Start(db, CheckOrders.Kind, new CheckOrders.Request(), ct);
}

/// <param name="Orders">How many were recomputed.</param>
/// <param name="Differing">How many of them differ; every difference is among the problems of the operation.</param>
internal sealed record OrdersChecked(long Orders, long Differing);

/// <summary>
/// Recomputes all orders, the deleted ones too, while selling goes on: a step holds the locks of the orders it looks at. It changes nothing.
/// </summary>
internal sealed class CheckOrders : IOperation<CheckOrders.Request, OrdersChecked>
{
    public const string Kind = "sales-orders.check-orders";

    private const int OrdersPerStep = 200;

    private static readonly Phrase Differs = new("Order {0}: {1} is {2}, and what happened to it says {3}.", "订单 {0}：{1} 为 {2}，而按其经过应为 {3}。");

    public async Task<OrdersChecked> Run(Request input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark("", 0, IsDone: false);
        while (!mark.IsDone) mark = await Next(mark, run, ct);
        return new OrdersChecked(run.Done, mark.Differing);
    }

    private static async Task<Mark> Next(Mark mark, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (SalesOrdersDbContext)step.Db;
            var after = mark.Number;
            var page = await db.Orders.IgnoreQueryFilters().Where(o => string.Compare(o.Number, after) > 0)
                .OrderBy(o => o.Number).Take(OrdersPerStep).Select(o => new { o.Id, o.Number }).ToListAsync(ct);
            var differing = 0;
            foreach (var (order, facts) in await db.LockWithFacts(page.ConvertAll(p => p.Id), ct))
            {
                var differences = OrderCheck.Differences(order, facts);
                foreach (var d in differences) step.Problem("sales-orders.order-differs", Differs, [order.Number, d.What, d.Said, d.Explained], field: d.What, value: order.Number);
                if (differences.Count > 0) differing++;
            }

            step.Total ??= await db.Orders.IgnoreQueryFilters().LongCountAsync(ct);
            next = new Mark(page.Count == 0 ? mark.Number : page[^1].Number, mark.Differing + differing, page.Count < OrdersPerStep);
            (step.Done, step.Checkpoint) = (step.Done + page.Count, next);
        }, ct);
        return next;
    }

    internal sealed record Request;

    /// <param name="Number">Of the last order that was looked at.</param>
    /// <param name="Differing">Found so far.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(string Number, long Differing, bool IsDone);
}

/// <summary>Checks all orders once a week, like an administrator who asks for it.</summary>
internal sealed class CheckOrdersWeekly(ICommandHandler<StartOrderCheck, OperationId> start) : IScheduledJob
{
    public const string Name = "check-orders";

    public async Task<string> Run(CancellationToken ct) => $"operation {(await start.Handle(new StartOrderCheck(), ct)).Value}";
}
