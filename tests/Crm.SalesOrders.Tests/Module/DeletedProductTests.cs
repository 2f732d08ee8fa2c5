using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class DeletedProductTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_was_written_down_before_a_product_was_deleted_is_neither_quoted_nor_submitted_nor_confirmed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var gone = new[] { await host.Product("GONE", onHand: 5), await host.Product("WENT", onHand: 5) };
        await host.Product("STAYS", onHand: 5);
        var order = Orders.Of(customer, ("STAYS", 1), ("WENT", 1), ("GONE", 1));
        var (draft, submitted) = (await host.Do(order with { Draft = true }), await host.Do(order));

        foreach (var id in gone) await host.Do(new DeleteProduct(id));

        foreach (var attempt in new Func<Task>[]
                 {
                     () => host.Do(new QuoteOrder { Id = draft.Id, ValidUntil = new DateOnly(2030, 1, 1) }),
                     () => host.Do(new SubmitOrder(draft.Id)),
                     () => host.Do(new ConfirmOrder(submitted.Id)),
                 })
        {
            var refused = await Should.ThrowAsync<RuleBroken>(attempt);
            (refused.Rule, refused.Values[0]).ShouldBe((CatalogueRules.NotSoldOn, "GONE, WENT"));
        }

        (await host.Stock("GONE")).Allocated.ShouldBe(0);
        foreach (var id in gone) await host.Do(new RestoreProduct(id));
        (await host.Do(new ConfirmOrder(submitted.Id))).Status.ShouldBe(OrderStatus.Confirmed);
    }
}
