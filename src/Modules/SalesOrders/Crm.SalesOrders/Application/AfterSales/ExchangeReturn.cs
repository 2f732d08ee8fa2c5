using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.AfterSales;

/// <summary>Places the order that replaces goods which come back, and links the two.</summary>
internal sealed record ExchangeReturn : ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>As any order of the same customer.</summary>
    public required PlaceOrder Order { get; init; }
}

internal sealed class ExchangeReturnValidator : AbstractValidator<ExchangeReturn>
{
    public ExchangeReturnValidator(IValidator<PlaceOrder> order)
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Order).SetValidator(order);
    }
}

internal sealed class ExchangeReturnHandler(SalesOrdersDbContext db, Returns returns, ICommandHandler<PlaceOrder, OrderSaved> place) : ICommandHandler<ExchangeReturn, OrderSaved>
{
    public async Task<OrderSaved> Handle(ExchangeReturn command, CancellationToken ct)
    {
        // Placing locks stock and takes a number; orders are locked after that.
        var replacement = await place.Handle(command.Order, ct);
        var (back, _) = await returns.ForChange(command.Id, ct);
        if (!(await db.Family(back.CustomerId, ct)).Contains(command.Order.CustomerId)) throw SalesOrdersRules.ExchangeForOther.Broken();
        back.Exchange(new OrderId(replacement.Id));
        return replacement;
    }
}
