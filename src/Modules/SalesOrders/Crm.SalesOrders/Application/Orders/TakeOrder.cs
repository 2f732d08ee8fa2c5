using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// An order among many that a channel sends: made, changed or left alone by its key there, whatever came before it and however often it
/// comes.
/// </summary>
internal sealed record TakeOrder : OrderContent, ICommand<OrderUpserted>
{
    /// <summary>Its key in the system it comes from.</summary>
    public required ExternalRef Ref { get; init; }

    /// <summary>Makes it binding and takes the stock in the same step; needs the permission to confirm as well.</summary>
    public bool Confirm { get; init; }

    /// <summary>Only writes it down; a draft can be changed by sending it again.</summary>
    public bool Draft { get; init; }

    public UpsertOrder ToUpsert() => new(this) { Ref = Ref, Confirm = Confirm, Draft = Draft };
}

/// <summary>What the order says is checked by the command that takes it.</summary>
internal sealed class TakeOrderValidator : AbstractValidator<TakeOrder>
{
    public TakeOrderValidator() => RuleFor(c => c.Ref).NotNull();
}

internal sealed class TakeOrderHandler(ICommandHandler<UpsertOrder, OrderUpserted> upsert) : ICommandHandler<TakeOrder, OrderUpserted>
{
    public Task<OrderUpserted> Handle(TakeOrder command, CancellationToken ct) => upsert.Handle(command.ToUpsert(), ct);
}
