using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ExternalKeyTests
{
    [SkippableTheory, EveryProvider]
    public async Task Many_keys_of_other_systems_cost_no_more_questions_than_one(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A");
        await host.Do(order);

        var one = await Reads(() => host.Do(order with { ExternalRefs = Keys(1, 1) }));
        (await Reads(() => host.Do(order with { ExternalRefs = Keys(2, 20) }))).ShouldBe(one);
        one = await Reads(() => host.Do(Product("B", Keys(1, 1))));
        (await Reads(() => host.Do(Product("C", Keys(2, 20))))).ShouldBe(one);

        foreach (var taken in new Func<Task>[] { () => host.Do(order with { ExternalRefs = [.. Keys(50, 3), .. Keys(7, 1)] }), () => host.Do(Product("D", [.. Keys(50, 3), .. Keys(7, 1)])) })
        {
            var refused = await Should.ThrowAsync<RuleBroken>(taken);
            (refused.Rule, refused.Values[1]).ShouldBe((SalesOrdersRules.ExternalRefTaken, "key-7"));
        }

        // Another system may use the same words.
        await host.Do(order with { ExternalRefs = [new ExternalRef("erp", "key-7")] });
    }

    private static AddProduct Product(string sku, IReadOnlyList<ExternalRef> keys) => new() { Sku = sku, Name = sku, ListPrice = 1m, Currency = "EUR", ExternalRefs = keys };

    private static IReadOnlyList<ExternalRef> Keys(int first, int count) => [.. Enumerable.Range(first, count).Select(i => new ExternalRef("shop", $"key-{i}"))];

    private static async Task<int> Reads(Func<Task> work) => (await CommandLog.Of(work)).Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));
}
