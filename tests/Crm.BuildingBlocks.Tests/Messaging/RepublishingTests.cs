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

public sealed class RepublishingTests
{
    private readonly FakeTime _time = new();

    [SkippableTheory, EveryProvider]
    public async Task A_module_that_was_off_is_told_the_present_state_when_it_returns(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using (var alone = new MessagingHost(provider, database.ConnectionString, _time, withReceiver: false))
        {
            await alone.Send(parcels: 4, p => p.Move(times: 3));
            await alone.Pump();
        }

        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        (await host.Pump()).ShouldBe(0);
        (await Republish(host)).ShouldBe(4);
        await host.Pump();

        (await host.Effects(KeepMoves.Name)).Select(e => e.StreamPosition).ShouldBe([3, 3, 3, 3]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Republished_state_supersedes_what_is_parked_or_unfinished_in_its_stream(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        host.Mischief.After = (consumer, _, position) =>
            consumer == KeepMoves.Name && position == 2 ? throw FailureTests.Refused.Broken() : Task.CompletedTask;
        var stream = (await host.Send(parcels: 1, p => p.Move(times: 4)))[0];
        await host.Pump();
        await host.Commit<SenderContext>(db => db.Outbox.Add(DeliveryTests.Moved(stream, 5)));
        await host.Services.GetRequiredService<MessageFlow>().Relays.Single(r => r.Module.Name == "sender").RunOnce(default);

        await Republish(host);
        await host.Pump();

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 4, 5]);
        (await host.Inbox(KeepMoves.Name)).FindAll(m => m.DiscardReason is not null).ConvertAll(m => m.StreamPosition).ShouldBe([2, 3, 4]);
        (await host.Inbox(KeepMoves.Name)).ShouldAllBe(m => m.HandledAt != null);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_module_that_cannot_say_its_state_has_nothing_to_republish(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);

        var failure = await Should.ThrowAsync<RuleBroken>(() => host.Services.GetRequiredService<Republishing>().Run("receiver", "sender", _ => Task.CompletedTask, default));

        failure.Rule.ShouldBe(MessageRules.NothingToRepublish);
    }

    private static Task<int> Republish(MessagingHost host) => host.Services.GetRequiredService<Republishing>().Run("sender", "receiver", _ => Task.CompletedTask, default);
}
