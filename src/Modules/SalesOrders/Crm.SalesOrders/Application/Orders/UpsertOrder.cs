using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Makes the order with this key in another system what the body says: places it, or changes it while it is a draft. Saying again what an
/// order is that has left the draft behind changes nothing, except that it can still be confirmed.
/// </summary>
internal sealed record UpsertOrder : OrderContent, ICommand<OrderUpserted>
{
    public UpsertOrder()
    {
    }

    /// <summary>All of what somebody says of an order.</summary>
    [SetsRequiredMembers]
    public UpsertOrder(OrderContent said) : base(said)
    {
    }

    [JsonIgnore]
    public ExternalRef Ref { get; init; } = new("", "");

    /// <summary>Makes it binding and takes the stock in the same step; needs the permission to confirm as well.</summary>
    public bool Confirm { get; init; }

    /// <summary>Only writes it down; a draft can be changed by the same call.</summary>
    public bool Draft { get; init; }
}

/// <param name="Order">As it is now.</param>
/// <param name="WasCreated">False when the order was there before.</param>
internal sealed record OrderUpserted(OrderSaved Order, bool WasCreated);

internal sealed class UpsertOrderValidator : OrderContentValidator<UpsertOrder>
{
    public UpsertOrderValidator()
    {
        RuleFor(c => c.Ref.System).IsExternalSystem();
        RuleFor(c => c.Ref.Id).IsExternalId();
        RuleFor(c => c.Confirm).Must((c, confirm) => !(confirm && c.Draft)).WithPhrase(InputPhrases.DraftOrConfirm);
    }
}

internal sealed class UpsertOrderHandler(
    SalesOrdersDbContext db, OrderTermsReader reader, UnseenFields unseen, ICommandHandler<PlaceOrder, OrderSaved> place, OrderConfirmation confirmation,
    CallerContext caller, TimeProvider time)
    : ICommandHandler<UpsertOrder, OrderUpserted>
{
    public Task<OrderUpserted> Handle(UpsertOrder command, CancellationToken ct) => db.ByReference(
        () => db.OrderByRef(command.Ref.System, command.Ref.Id, ct),
        async () => new OrderUpserted(await place.Handle(ToPlaceOrder(command), ct), WasCreated: true),
        order => Change(order!, command, ct));

    private async Task<OrderUpserted> Change(Order order, UpsertOrder command, CancellationToken ct)
    {
        db.CheckExpectedVersion(order);
        var wanted = unseen.Keep(OrderContent.Resource, command, (UpsertOrder)command.Saying(order));
        if (order.State != OrderState.Draft && wanted.IsSaidBy(order))
        {
            if (command.Confirm && order.State == OrderState.Submitted) await ConfirmAsItIs(order, ct);
            return new OrderUpserted(OrderSaved.Of(order), WasCreated: false);
        }

        order.RestoreDraft();
        var terms = await reader.Read(wanted, ct);
        order.ChangeDraft(terms, time.GetUtcNow());
        if (command.Confirm) await Confirm(order, await confirmation.RateOf(terms, ct), terms.MayNeedApproval, ct);
        else if (!command.Draft) order.Submit(time.GetUtcNow(), BusinessDay.Of(time, caller.Caller));
        return new OrderUpserted(OrderSaved.Of(order), WasCreated: false);
    }

    private async Task ConfirmAsItIs(Order order, CancellationToken ct)
    {
        await db.RequireSold(order, BusinessDay.Of(time, caller.Caller), ct);
        await Confirm(order, await confirmation.RateOf(order, ct), mayNeedApproval: true, ct);
    }

    private Task Confirm(Order order, CompanyRate rate, bool mayNeedApproval, CancellationToken ct)
    {
        caller.RequireMayConfirm(order.OwnerId, order.UnitId);
        return confirmation.Confirm(order, rate, mayNeedApproval, ct);
    }

    private static PlaceOrder ToPlaceOrder(UpsertOrder command) => new(command) { Confirm = command.Confirm, Draft = command.Draft, ExternalRefs = [command.Ref] };
}
