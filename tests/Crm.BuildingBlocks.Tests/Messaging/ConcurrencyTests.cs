using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class ConcurrencyTests
{
    [SkippableTheory, EveryProvider]
    public async Task Several_hosts_lose_nothing_double_nothing_and_keep_the_order(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        var hosts = Enumerable.Range(0, 4).Select(_ => new MessagingHost(provider, database.ConnectionString, options: o => (o.LargestBatch, o.LargestDelivery) = (5, 8))).ToList();
        var streams = (await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            var sent = new List<string>();
            for (var round = 0; round < 5; round++)
            {
                sent.AddRange(await host.Send(parcels: 3, p => p.Move(times: 4).Lose()));
                await host.Pump();
            }

            return sent;
        })))).SelectMany(s => s).ToList();

        // What one host had locked the others passed over.
        await hosts[0].Pump();

        var kept = (await hosts[0].Effects(KeepMoves.Name)).ToLookup(e => e.Stream, e => e.StreamPosition);
        var projected = (await hosts[0].Effects(ProjectMoves.Name)).ToLookup(e => e.Stream, e => e.StreamPosition);
        streams.Count.ShouldBe(60);
        foreach (var stream in streams)
        {
            kept[stream].ShouldBe([1, 2, 3, 4, 5]);
            projected[stream].ShouldBe([1, 2, 3, 4]);
        }

        (await hosts[0].In((SenderContext db) => db.Parcels.AsNoTracking().ToListAsync())).ShouldAllBe(p => p.Claims == 1);
        foreach (var host in hosts) await host.DisposeAsync();
    }
}
