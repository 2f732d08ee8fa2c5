using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Approval;

/// <summary>
/// Agrees to the confirmation of an order. Who agrees last confirms it; if its stock has gone meanwhile, it stays approved and can be
/// confirmed when there is some.
/// </summary>
internal sealed record ApproveOrder : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public string? Note { get; init; }
}

internal sealed class ApproveOrderValidator : AbstractValidator<ApproveOrder>
{
    public ApproveOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class ApproveOrderHandler(SalesOrdersDbContext db, PromotionUses uses, OffsetPoints points, CreditCheck credit, CallerContext caller, TimeProvider time)
    : ICommandHandler<ApproveOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(ApproveOrder command, CancellationToken ct)
    {
        var order = await db.OrderWithHolds(command.Id, ct);
        order.Approve(caller.Caller.Id, command.Note, time.GetUtcNow());
        if (order.ApprovedAt is not null) await Confirm(order, ct);
        return OrderSaved.Of(order);
    }

    private async Task Confirm(Order order, CancellationToken ct)
    {
        // Where credit, goods, points or a voucher are short it is approved and waits.
        if (await credit.AtConfirmation(order, ct) is not null) return;
        if (!await uses.Allow(order, ct)) return;
        var stock = await db.LockStockToConfirm(order, ct);
        if (!stock.Suffices(order) || !await points.Suffice(order, ct)) return;
        await uses.Count(order, ct);
        order.Confirm(stock.HandOver(time.GetUtcNow()), BusinessDay.Of(time, caller.Caller));
        await points.Spend(order, ct);
    }
}
