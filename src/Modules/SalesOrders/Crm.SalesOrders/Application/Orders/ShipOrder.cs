using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Sends goods of a confirmed order: all that is open, or the lines that are named.</summary>
internal sealed record ShipOrder : ICommand<OrderShipped>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: everything that is still open.</summary>
    public IReadOnlyList<Line>? Lines { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? ShippedOn { get; init; }

    /// <param name="LineId">Of the order.</param>
    /// <param name="Quantity">Units.</param>
    internal sealed record Line(Guid LineId, int Quantity);
}

internal sealed record OrderShipped(Guid ShipmentId, OrderStatus Status, FulfilmentState Fulfilment, int Version);

internal sealed class ShipOrderValidator : AbstractValidator<ShipOrder>
{
    public ShipOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Carrier).MaximumLength(Columns.Name);
        RuleFor(c => c.TrackingNumber).MaximumLength(Columns.Reference);
        RuleFor(c => c.ShippedOn).IsBusinessDate();
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.Count is > 0 and <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.DistinctBy(l => l.LineId).Count() == lines.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits));
    }
}

internal sealed class ShipOrderHandler(SalesOrdersDbContext db, CreditCheck credit, CallerContext caller, TimeProvider time) : ICommandHandler<ShipOrder, OrderShipped>
{
    public async Task<OrderShipped> Handle(ShipOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        await credit.RequireAtShipping(order, ct);
        var stock = await db.LockStock(order, ct);
        var dispatch = new Dispatch(command.ShippedOn ?? BusinessDay.Of(time, caller.Caller), command.Carrier, command.TrackingNumber);
        var shipment = order.Ship(command.Lines?.ToDictionary(l => l.LineId, l => l.Quantity), dispatch, stock, time.GetUtcNow());
        return new OrderShipped(shipment.Id, order.Status, order.Fulfilment, order.Version);
    }
}
