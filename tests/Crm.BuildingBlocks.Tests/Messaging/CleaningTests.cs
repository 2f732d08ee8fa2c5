using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class CleaningTests
{
    private readonly FakeTime _time = new();

    [SkippableTheory, EveryProvider]
    public async Task What_was_finished_two_weeks_ago_is_deleted_and_what_is_parked_is_not(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        host.Mischief.After = (consumer, _, position) =>
            consumer == KeepMoves.Name && position == 300 ? throw FailureTests.Refused.Broken() : Task.CompletedTask;
        await host.Send(parcels: 4, p => p.Move(times: 300));
        await host.Pump();

        _time.Advance(TimeSpan.FromDays(14));
        (await Clean<ReceiverContext>(host)).ShouldBe("0 delivered, 0 handled");
        _time.Advance(TimeSpan.FromSeconds(1));
        await host.Send(parcels: 1, p => p.Move());
        await host.Pump();

        (await Clean<SenderContext>(host)).ShouldBe("1200 delivered, 0 handled");
        (await Clean<ReceiverContext>(host)).ShouldBe("0 delivered, 2396 handled");
        (await host.Inbox(KeepMoves.Name)).Count(m => m.ParkedAt is not null).ShouldBe(4);
        (await host.Inbox(KeepMoves.Name)).Count(m => m.HandledAt is not null).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task As_long_as_a_promise_is_pending_the_memory_of_its_deliveries_is_kept(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        await host.Pump();
        await host.In<SenderContext>(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, (DateTimeOffset?)null)));

        _time.Advance(TimeSpan.FromDays(30));
        await Clean<ReceiverContext>(host);
        (await host.Pump()).ShouldBe(0);

        (await host.Effects(KeepMoves.Name)).ShouldHaveSingleItem();
    }

    private static async Task<string> Clean<TContext>(MessagingHost host)
        where TContext : ModuleDbContext
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("clean");
        return await ActivatorUtilities.CreateInstance<MessageCleaning<TContext>>(scope.ServiceProvider).Run(default);
    }
}
