using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Offers what a draft, a quote or an expired quote says to the customer, until a day.</summary>
internal sealed record QuoteOrder : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Last day on which it can be accepted.</summary>
    public required DateOnly ValidUntil { get; init; }
}

internal sealed class QuoteOrderValidator : AbstractValidator<QuoteOrder>
{
    public QuoteOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => (DateOnly?)c.ValidUntil).IsBusinessDate();
    }
}

internal sealed class QuoteOrderHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<QuoteOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(QuoteOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        await db.RequireSold(order, BusinessDay.Of(time, caller.Caller), ct);
        order.Quote(command.ValidUntil, time.GetUtcNow());
        return OrderSaved.Of(order);
    }
}
