using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Confirming by the way needs the same right as confirming.</summary>
public sealed class ConfirmingRightsTests
{
    [Fact]
    public async Task Who_may_place_orders_and_not_confirm_them_does_not_confirm_them_by_the_way()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var clerk = Clerk(confirms: RowScope.None);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", onHand: 10);
        var byRef = new UpsertOrder { Ref = new ExternalRef("shop", "1"), CustomerId = order.CustomerId, Currency = "EUR", Lines = order.Lines };

        await Refused(host, order with { Confirm = true }, clerk);
        await Refused(host, byRef with { Confirm = true }, clerk);
        await host.Do(byRef, clerk);
        await Refused(host, byRef with { Confirm = true }, clerk);
        await host.Do(byRef with { Ref = new ExternalRef("shop", "2"), Draft = true }, clerk);
        await Refused(host, byRef with { Ref = new ExternalRef("shop", "2"), Confirm = true }, clerk);

        await Refused(host, new TakeOrder { Ref = new ExternalRef("shop", "3"), CustomerId = order.CustomerId, Currency = "EUR", Lines = order.Lines, Confirm = true }, clerk);

        (await host.Stock("A")).Allocated.ShouldBe(0);
        (await host.See(db => db.Orders.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_right_to_confirm_own_orders_does_not_reach_those_of_others()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var clerk = Clerk(confirms: RowScope.Own);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 10);
        var colleague = await host.Salesperson("andrew");

        (await host.Do(order, clerk)).Status.ShouldBe(OrderStatus.Confirmed);
        await Refused(host, order with { SalespersonId = colleague }, clerk);
    }

    [Fact]
    public async Task The_right_to_confirm_those_of_a_unit_reaches_what_is_below_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (unit, below, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 10);
        var manager = Clerk(confirms: RowScope.UnitAndBelow) with { UnitId = unit, UnitsBelow = [unit, below] };

        await host.Do(order with { SalespersonId = await host.Salesperson("near", below) }, manager);
        await Refused(host, order with { SalespersonId = await host.Salesperson("far", other) }, manager);
        await Refused(host, order with { SalespersonId = await host.Salesperson("lower", below) }, Clerk(RowScope.Unit) with { UnitId = unit });
    }

    private static Caller Clerk(RowScope confirms) => new(Guid.CreateVersion7(), CallerKind.Person, "Clerk")
    {
        Permissions = new Dictionary<string, RowScope>
        {
            [SalesOrdersPermissions.PlaceOrders.Name] = RowScope.All,
            [SalesOrdersPermissions.ConfirmOrders.Name] = confirms,
        },
    };

    private static async Task Refused<TResult>(SalesOrdersHost host, ICommand<TResult> command, Caller caller) =>
        (await Should.ThrowAsync<NotAllowed>(() => host.Do(command, caller))).Message.ShouldContain(SalesOrdersPermissions.ConfirmOrders.Name);
}
