using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Crm.Host.Tests.Rush;

/// <summary>Many clients, too little stock, and a host that dies in the middle of it.</summary>
public sealed class RushTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int AcknowledgedBeforeTheKill = 50;

    [SkippableTheory, EveryProvider]
    public async Task Sixty_four_clients_buy_exactly_what_there_is_although_the_host_is_killed_meanwhile(DatabaseProvider provider)
    {
        var (database, key) = await CrmApp.Database(provider);
        await using var _ = database;
        List<Client> clients;
        await using (var killed = await HostProcess.Start(database, key, output)) clients = await RushAndKill(killed);

        await using var host = await HostProcess.Start(database, key, output);
        var owner = host.Administrator;
        await Task.WhenAll(clients.Select(c => c.AskAgain(owner)));
        await NothingAcknowledgedIsLost(owner, clients);
        await Task.WhenAll(clients.Select(c => c.BuyTheRest(owner, ["CUP", "JUG", "PAN", "POT"])));
        await Shop.Settled(owner);

        var orders = await NothingAcknowledgedIsLost(owner, clients);
        await SoldIsWhatThereWas(owner, orders);
        await VoucherWasUsedAsOftenAsAllowed(owner, orders, clients);
        await NothingDiffers(owner);
        await ReportAgrees(owner, orders);
    }

    private static async Task<List<Client>> RushAndKill(HostProcess host)
    {
        var shop = await Shop.Open(host.Administrator);
        var clients = Enumerable.Range(0, Clients).Select(number => new Client(host.Administrator, shop, number)).ToList();
        var (count, enough) = (0, new TaskCompletionSource());
        var rush = Task.WhenAll(clients.Select(c => c.BuyUntilTheHostDies(() =>
        {
            if (Interlocked.Increment(ref count) == AcknowledgedBeforeTheKill) enough.SetResult();
        })));

        await (await Task.WhenAny(enough.Task, rush));
        await host.Kill();
        await rush;
        return clients;
    }

    private static async Task<List<JsonElement>> NothingAcknowledgedIsLost(HttpClient owner, List<Client> clients)
    {
        var orders = await Shop.Orders(owner);
        var stands = orders.ToDictionary(o => o.Id(), Shop.Stands);
        var purchases = clients.SelectMany(c => c.Purchases).ToList();

        purchases.ShouldAllBe(p => p.IsRefused || p.Id != null, "everything was answered in the end");
        stands.Keys.ShouldBe(purchases.Where(p => p.Id is not null).Select(p => p.Id!.Value), ignoreOrder: true);
        foreach (var purchase in purchases.Where(p => p.Id is not null && !p.IsUncertain))
            stands[purchase.Id!.Value].ShouldBe(!purchase.IsCancelled, purchase.Reference);
        return orders;
    }

    private static async Task SoldIsWhatThereWas(HttpClient owner, List<JsonElement> orders)
    {
        (await Shop.Sold(owner, orders)).Values.ShouldAllBe(sold => sold == Shop.UnitsOfEach);
        (await Shop.Stock(owner)).Values.ShouldAllBe(level => level.Available == 0);
    }

    private static async Task VoucherWasUsedAsOftenAsAllowed(HttpClient owner, List<JsonElement> orders, List<Client> clients)
    {
        var sold = orders.Where(Shop.Stands).Select(o => o.Id()).ToHashSet();
        clients.SelectMany(c => c.Purchases).Count(p => p.HasVoucher && p.Id is { } id && sold.Contains(id)).ShouldBe(Shop.VoucherUses);
        (await Shop.Read(owner, $"{Shop.Sales}/promotions/rush/uses")).GetProperty("used").GetInt32().ShouldBe(Shop.VoucherUses);
    }

    private static async Task NothingDiffers(HttpClient owner)
    {
        foreach (var check in new[] { "stock/verify", "orders/check" })
        {
            var operation = await owner.Finished(await owner.Post($"/admin/v1/sales-orders/{check}", new { }));
            operation.GetProperty("problemCount").GetInt32().ShouldBe(0, operation.GetRawText());
        }
    }

    private static async Task ReportAgrees(HttpClient owner, List<JsonElement> orders)
    {
        var sold = orders.Where(Shop.Stands).ToList();
        var totals = (await Shop.Read(owner, Annas.Report)).GetProperty("totals");
        totals.GetProperty("orders").GetInt32().ShouldBe(sold.Count);
        totals.GetProperty("net").GetProperty("amount").GetDecimal().ShouldBe(sold.Sum(o => o.GetProperty("net").GetProperty("amount").GetDecimal()));
    }
}
