using System.Diagnostics.CodeAnalysis;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Places an order: to be confirmed later, as a draft, or placed and confirmed at once.</summary>
internal sealed record PlaceOrder : OrderContent, ICommand<OrderSaved>
{
    public PlaceOrder()
    {
    }

    /// <summary>All of what somebody says of an order.</summary>
    [SetsRequiredMembers]
    public PlaceOrder(OrderContent said) : base(said)
    {
    }

    /// <summary>Makes it binding and takes the stock in the same step; needs the permission to confirm as well.</summary>
    public bool Confirm { get; init; }

    /// <summary>Only writes it down; a draft can be changed and deleted.</summary>
    public bool Draft { get; init; }

    /// <summary>Offers it to the customer until this day, instead of placing it.</summary>
    public DateOnly? QuoteUntil { get; init; }

    public IReadOnlyList<ExternalRef>? ExternalRefs { get; init; }
}

internal sealed class PlaceOrderValidator : OrderContentValidator<PlaceOrder>
{
    public PlaceOrderValidator()
    {
        RuleFor(c => c.Confirm).Must((c, confirm) => !(confirm && c.Draft)).WithPhrase(InputPhrases.DraftOrConfirm);
        RuleFor(c => c.QuoteUntil).IsBusinessDate();
        RuleFor(c => c.QuoteUntil).Must((c, until) => until is null || !(c.Confirm || c.Draft)).WithPhrase(InputPhrases.QuoteAlone);
        RuleFor(c => c.ExternalRefs).AreExternalRefs();
    }
}

internal sealed class PlaceOrderHandler(
    SalesOrdersDbContext db, OrderTermsReader reader, OrderNumbers numbers, OrderConfirmation confirmation, OffsetPoints points, CallerContext caller, TimeProvider time)
    : ICommandHandler<PlaceOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(PlaceOrder command, CancellationToken ct)
    {
        var terms = await reader.Read(command, ct);
        if (command.Confirm) caller.RequireMayConfirm(terms.OwnerId, terms.UnitId);
        var refs = command.ExternalRefs ?? [];
        await db.RequireFreeOrderRefs(refs, ct);
        if (command.Confirm && !terms.MayNeedApproval) terms = await reader.Redeem(command, terms, ct);
        if (command.Confirm) terms = terms with { Rate = await confirmation.RateOf(terms, ct) };
        var order = await Place(command, terms, ct);
        db.Orders.Add(order);
        // Where others had to agree and did not have to be waited for, they are spent already.
        if (command.Confirm && !terms.MayNeedApproval) await points.Spend(order, ct);
        db.OrderRefs.AddRange(refs.Distinct().Select(reference => new OrderRef(order.Id, reference)));
        return OrderSaved.Of(order);
    }

    private async Task<Order> Place(PlaceOrder command, OrderTerms terms, CancellationToken ct)
    {
        var atOnce = command.Confirm && !terms.MayNeedApproval;
        if (atOnce) terms.RequireRate();
        // Stock first, number second: the counter is then never held while waiting for stock.
        var now = time.GetUtcNow();
        var stock = atOnce
            ? await db.LockStockToConfirm(terms.Goods.Select(l => l.Product.Id), terms.Warehouse, terms.ReservationId, ct)
            : null;
        if (stock is null && command.Confirm) return await ConfirmIfAgreed(terms, now, ct);
        var number = await numbers.Next(db, terms.Numbers, terms.OrderedOn.Year, ct);
        if (stock is not null) return Order.Confirmed(number, terms, stock.HandOver(now), now);
        if (command.QuoteUntil is { } until) return Order.Quoted(number, terms, until, now);
        return command.Draft ? Order.Draft(number, terms, now) : Order.Submitted(number, terms, now);
    }

    // The number is last here, too: the counter waits for nobody's credit, promotion or stock.
    private async Task<Order> ConfirmIfAgreed(OrderTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        var order = Order.Submitted(number: "", terms, now);
        await confirmation.Confirm(order, terms.Rate!.Value, mayNeedApproval: true, ct);
        order.TakeNumber(await numbers.Next(db, terms.Numbers, terms.OrderedOn.Year, ct));
        return order;
    }
}
