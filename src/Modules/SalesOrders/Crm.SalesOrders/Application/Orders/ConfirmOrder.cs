using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Makes an order binding and takes its stock, or lets it wait for an approval where the rules ask for one.</summary>
/// <param name="Id">Of the order.</param>
/// <param name="PriceHash">The price that the caller was told; null: whatever the order says.</param>
internal sealed record ConfirmOrder(Guid Id, string? PriceHash = null) : ICommand<OrderSaved>;

internal sealed class ConfirmOrderValidator : AbstractValidator<ConfirmOrder>
{
    public ConfirmOrderValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.PriceHash).MaximumLength(PriceToken.Longest);
    }
}

internal sealed class ConfirmOrderHandler(SalesOrdersDbContext db, OrderConfirmation confirmation, ISettings settings, CallerContext caller, TimeProvider time) : ICommandHandler<ConfirmOrder, OrderSaved>
{
    public async Task<OrderSaved> Handle(ConfirmOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        var today = BusinessDay.Of(time, caller.Caller);
        var company = await settings.Text(CompanySettings.Currency, ct);
        var buyer = await SalesReads.Of(db).BuyerOf(db, order, company, today, ct) ?? throw SalesOrdersRules.CustomerUnknown.Broken(order.CustomerId);
        buyer.RequireMayOrder();
        if (buyer.FindsUnsold) await db.RequireSold(order, today, ct);
        order.RequirePrice(command.PriceHash);
        await confirmation.Confirm(order, CompanyRate.Of(order.Currency, company, buyer.Rate), buyer.HasApprovalRules, ct);
        return OrderSaved.Of(order);
    }
}
