using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ArchivingTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_is_kept_in_a_night_is_looked_at_once_however_many_of_one_moment_there_are(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Customer();
        await host.Product("A");
        // Of the past and entered today: ended, and not to be put away for a year.
        for (var i = 0; i < 3; i++)
        {
            await host.Do(new ImportOrder
            {
                Ref = new ExternalRef("old", $"{i}"),
                Customer = "ALFKI",
                Currency = "EUR",
                OrderedOn = new DateOnly(2020, 1, 2),
                ShippedOn = new DateOnly(2020, 1, 3),
                PaidOn = new DateOnly(2020, 1, 4),
                Lines = [new ImportOrder.Line("A", 1, 3m)],
            });
        }

        await using var scope = host.Harness.Scope();
        var job = scope.ServiceProvider.GetRequiredService<ArchiveOldOrders>();
        var outcome = "";
        var pages = (await CommandLog.Of(async () => outcome = await job.Run(default))).Where(c => c.Contains("PlacedAt", StringComparison.Ordinal)).ToList();

        outcome.ShouldBe("0 orders archived, 3 ended and kept, 0 failed");
        pages.Count.ShouldBe(2);
        pages.ShouldAllBe(p => !p.Contains("OFFSET", StringComparison.Ordinal));
    }
}
