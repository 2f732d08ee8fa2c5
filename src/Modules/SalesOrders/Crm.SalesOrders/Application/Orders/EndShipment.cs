using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Says what became of a shipment.</summary>
internal abstract record EndShipment : ICommand<ShipmentSaved>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }

    [JsonIgnore]
    public Guid ShipmentId { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>The goods reached the customer.</summary>
internal sealed record DeliverShipment : EndShipment;

/// <summary>The goods did not reach the customer: as many are to be shipped again.</summary>
internal sealed record LoseShipment : EndShipment;

/// <param name="ShipmentId">Which.</param>
/// <param name="State">What became of it.</param>
/// <param name="Status">Of the order.</param>
/// <param name="Fulfilment">Of the order.</param>
/// <param name="Version">Of the order.</param>
internal sealed record ShipmentSaved(Guid ShipmentId, ShipmentState State, OrderStatus Status, FulfilmentState Fulfilment, int Version)
{
    public static ShipmentSaved Of(Order order, Shipment shipment) => new(shipment.Id, shipment.State, order.Status, order.Fulfilment, order.Version);
}

internal abstract class EndShipmentValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : EndShipment
{
    protected EndShipmentValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.ShipmentId).NotEmpty();
        RuleFor(c => c.On).IsBusinessDate();
    }
}

internal sealed class DeliverShipmentValidator : EndShipmentValidator<DeliverShipment>;

internal sealed class LoseShipmentValidator : EndShipmentValidator<LoseShipment>;

internal sealed class DeliverShipmentHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<DeliverShipment, ShipmentSaved>
{
    public async Task<ShipmentSaved> Handle(DeliverShipment command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.OrderId, ct);
        var shipment = await db.ShipmentOf(order, command.ShipmentId, ct);
        order.Deliver(shipment, command.On ?? BusinessDay.Of(time, caller.Caller));
        return ShipmentSaved.Of(order, shipment);
    }
}

internal sealed class LoseShipmentHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<LoseShipment, ShipmentSaved>
{
    public async Task<ShipmentSaved> Handle(LoseShipment command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.OrderId), ct);
        var shipment = await db.ShipmentOf(order, command.ShipmentId, ct);
        var stock = await db.LockStock(order, ct);
        order.Lose(shipment, command.On ?? BusinessDay.Of(time, caller.Caller), stock);
        return ShipmentSaved.Of(order, shipment);
    }
}

internal static class ShipmentAccess
{
    /// <summary>A shipment of the order, to be changed with it.</summary>
    public static async Task<Shipment> ShipmentOf(this SalesOrdersDbContext db, Order order, Guid id, CancellationToken ct) =>
        await db.Entry(order).Collection(o => o.Shipments).Query().Include(s => s.Lines).SingleOrDefaultAsync(s => s.Id == id, ct)
        ?? throw new ResourceNotFound("shipment", id.ToString());
}
