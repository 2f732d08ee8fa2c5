using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>The supplier was told: the goods are expected from now on.</summary>
internal sealed record PlaceSupplyOrder : ICommand<SupplyOrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? OrderedOn { get; init; }
}

/// <summary>Goods arrived: all that is open, or the lines that are named. Orders that wait get theirs, the oldest first.</summary>
internal sealed record ReceiveSupplyOrder : ICommand<SuppliesReceived>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: everything that is still open.</summary>
    public IReadOnlyList<StockLine>? Lines { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? ReceivedOn { get; init; }
}

/// <param name="Order">As it is now.</param>
/// <param name="UnitsGivenToBackOrders">What went to orders that had been waiting.</param>
internal sealed record SuppliesReceived(SupplyOrderSaved Order, int UnitsGivenToBackOrders);

/// <summary>What has not arrived is not coming any more.</summary>
internal sealed record CancelSupplyOrder(Guid Id) : ICommand<SupplyOrderSaved>;

internal sealed class PlaceSupplyOrderValidator : AbstractValidator<PlaceSupplyOrder>
{
    public PlaceSupplyOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.OrderedOn).IsBusinessDate();
    }
}

internal sealed class ReceiveSupplyOrderValidator : AbstractValidator<ReceiveSupplyOrder>
{
    public ReceiveSupplyOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        When(c => c.Lines is not null, () => RuleFor(c => c.Lines!).AreStockLines());
        RuleFor(c => c.ReceivedOn).IsBusinessDate();
    }
}

internal sealed class CancelSupplyOrderValidator : AbstractValidator<CancelSupplyOrder>
{
    public CancelSupplyOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PlaceSupplyOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<PlaceSupplyOrder, SupplyOrderSaved>
{
    public async Task<SupplyOrderSaved> Handle(PlaceSupplyOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<SupplyOrder, SupplyOrderId>(new SupplyOrderId(command.Id), ct);
        var supplier = await db.SupplierOf(order.SupplierId, ct);
        await db.RequireWarehouse(order.Warehouse, ct);
        var goods = order.Lines.Select(l => new Units(l.ProductId, l.Sku, l.Quantity)).ToList();
        order.Place(supplier, await db.LockStockToFill(goods, order.Warehouse, ct), command.OrderedOn ?? BusinessDay.Of(time, caller.Caller));
        return SupplyOrderSaved.Of(order);
    }
}

internal sealed class ReceiveSupplyOrderHandler(SalesOrdersDbContext db, ReceivedCosts costs, CallerContext caller, TimeProvider time)
    : ICommandHandler<ReceiveSupplyOrder, SuppliesReceived>
{
    public async Task<SuppliesReceived> Handle(ReceiveSupplyOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<SupplyOrder, SupplyOrderId>(new SupplyOrderId(command.Id), ct);
        var arrived = command.Lines is null ? null : await db.UnitsOf(command.Lines, ct);
        var stock = await db.LockStock(order.Lines.Select(l => l.ProductId), order.Warehouse, ct);
        var receivedOn = command.ReceivedOn ?? BusinessDay.Of(time, caller.Caller);
        var goods = order.Receive(arrived?.ToDictionary(u => u.ProductId, u => u.Quantity), stock, receivedOn, time.GetUtcNow());
        await costs.Follow(order, stock, receivedOn, goods, ct);
        var given = await db.FillBackOrders(stock, ct);
        return new SuppliesReceived(SupplyOrderSaved.Of(order), given);
    }
}

internal sealed class CancelSupplyOrderHandler(SalesOrdersDbContext db) : ICommandHandler<CancelSupplyOrder, SupplyOrderSaved>
{
    public async Task<SupplyOrderSaved> Handle(CancelSupplyOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<SupplyOrder, SupplyOrderId>(new SupplyOrderId(command.Id), ct);
        order.Cancel(await db.LockStock(order.Lines.Select(l => l.ProductId), order.Warehouse, ct));
        return SupplyOrderSaved.Of(order);
    }
}
