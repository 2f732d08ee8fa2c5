using System.Diagnostics;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.BuildingBlocks.Tests.Messaging;

/// <summary>
/// Measures and prints, judges nothing: <c>dotnet run --project tests/Crm.BuildingBlocks.Tests -c Release -- messaging-speed Postgres</c>.
/// </summary>
internal static class MessagingSpeed
{
    private const int CalmEvents = 100;
    private const int BurstCommits = 2000;
    private const int Writers = 4;

    public static async Task<int> Run(string provider)
    {
        var chosen = Enum.Parse<DatabaseProvider>(provider);
        await using var database = await MessagingHost.Database(chosen);
        await using var host = new MessagingHost(chosen, database.ConnectionString);
        var loops = host.Services.GetServices<IHostedService>().OfType<MessagingLoops>().Single();
        await loops.StartAsync(CancellationToken.None);
        await Calm(host, print: false);
        await Calm(host, print: true);
        await Burst(host);
        await Backlog(host, loops);
        return 0;
    }

    /// <summary>One event now and then: from the commit of the cause to the commit of both effects.</summary>
    private static async Task Calm(MessagingHost host, bool print)
    {
        var first = await LastEffect(host);
        for (var i = 0; i < CalmEvents; i++)
        {
            await host.Send(parcels: 1, p => p.Move());
            await Task.Delay(60);
        }

        await host.Services.EventsSettled();
        foreach (var consumer in new[] { KeepMoves.Name, ProjectMoves.Name })
        {
            var inbox = (await host.Inbox(consumer)).TakeLast(CalmEvents);
            var delays = inbox.Select(m => (m.HandledAt!.Value - m.OccurredAt).TotalMilliseconds).Order().ToList();
            if (print) Console.WriteLine($"calm, {consumer}: p50 {delays[CalmEvents / 2]:F1} ms, p95 {delays[CalmEvents * 95 / 100]:F1} ms (from the start of the commit)");
        }

        if (print) Console.WriteLine($"effects {await LastEffect(host) - first}");
    }

    /// <summary>Many commits by several writers, each with two events for two consumers, with the loops keeping up.</summary>
    private static async Task Burst(MessagingHost host)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < BurstCommits / Writers; i++) await host.Send(parcels: 1, p => p.Move(times: 2));
        })));
        var written = clock.Elapsed;
        await host.Services.EventsSettled(withinSeconds: 120);
        var settled = clock.Elapsed;
        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine(
            $"burst: {BurstCommits / written.TotalSeconds:F0} commits/s while writing, settled {(settled - written).TotalMilliseconds:F0} ms later, " +
            $"{BurstCommits * 4 / settled.TotalSeconds:F0} to-dos/s, {used.TotalMilliseconds / BurstCommits:F2} ms of processor time per commit");
    }

    /// <summary>What lay there before the loops were started, as after a stop or in a rebuild.</summary>
    private static async Task Backlog(MessagingHost host, MessagingLoops loops)
    {
        await loops.StopAsync(CancellationToken.None);
        const int rows = 20_000;
        await host.Send(parcels: rows / 4, p => p.Move(times: 4));
        var relay = Stopwatch.StartNew();
        var flow = host.Services.GetRequiredService<MessageFlow>();
        var sender = flow.Relays.Single(r => r.Module.Name == "sender");
        while (await sender.RunOnce(CancellationToken.None) > 0)
        {
        }

        Console.WriteLine($"relay alone: {rows / relay.Elapsed.TotalSeconds:F0} events/s to two consumers each");
        foreach (var name in new[] { KeepMoves.Name, ProjectMoves.Name })
        {
            var clock = Stopwatch.StartNew();
            var inbox = flow.Inboxes.Single(i => i.Consumer.Name == name);
            while ((await inbox.RunOnce(CancellationToken.None)).Handled > 0)
            {
            }

            Console.WriteLine($"{name} alone: {rows / clock.Elapsed.TotalSeconds:F0} to-dos/s");
        }
    }

    private static Task<long> LastEffect(MessagingHost host) =>
        host.In(async (ReceiverContext db) => await db.Effects.MaxAsync(e => (long?)e.Id) ?? 0);
}
