using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class OperatorTests
{
    private readonly FakeTime _time = new();

    [SkippableTheory, EveryProvider]
    public async Task A_replayed_message_is_done_and_lets_its_stream_go_on(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var (stream, parked) = await Poison(host);
        host.Mischief.After = (_, _, _) => Task.CompletedTask;

        await As<MessageRepairs>(host, repairs => repairs.Replay("receiver", parked, default));
        await host.Pump();

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2, 3]);
        (await host.In((ReceiverContext db) => db.Audit.SingleAsync())).Action.ShouldBe("ReplayMessage");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_discarded_message_has_no_effect_keeps_its_reason_and_lets_its_stream_go_on(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var (stream, parked) = await Poison(host);

        await As<MessageRepairs>(host, repairs => repairs.Discard("receiver", parked, "sent by mistake", default));
        await host.Pump();

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 3]);
        var discarded = (await Rows(host, new MessageFilter(MessageState.Discarded))).ShouldHaveSingleItem();
        discarded.DiscardReason.ShouldBe("sent by mistake");
    }

    [SkippableTheory, EveryProvider]
    public async Task Everything_parked_can_be_replayed_together_after_a_defect_was_mended(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        host.Mischief.After = (consumer, _, _) => consumer == KeepMoves.Name ? throw FailureTests.Refused.Broken() : Task.CompletedTask;
        await host.Send(parcels: 4, p => p.Move());
        await host.Pump();
        host.Mischief.After = (_, _, _) => Task.CompletedTask;

        var replayed = 0;
        await As<MessageRepairs>(host, async repairs => replayed = await repairs.ReplayParked("receiver", KeepMoves.Name, default));
        await host.Pump();

        replayed.ShouldBe(4);
        (await host.Effects(KeepMoves.Name)).Count.ShouldBe(4);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_message_that_is_not_stuck_can_neither_be_replayed_nor_discarded(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        await host.Pump();
        var done = (await host.Inbox(KeepMoves.Name))[0].Position;

        var replay = await Should.ThrowAsync<RuleBroken>(() => As<MessageRepairs>(host, r => r.Replay("receiver", done, default)));
        replay.Rule.ShouldBe(MessageRules.NotStuck);
        (await Should.ThrowAsync<RuleBroken>(() => As<MessageRepairs>(host, r => r.Discard("receiver", done, "why not", default)))).Rule.ShouldBe(MessageRules.NotStuck);
        await Should.ThrowAsync<InvalidInput>(() => As<MessageRepairs>(host, r => r.Discard("receiver", done, " ", default)));
        await Should.ThrowAsync<ResourceNotFound>(() => As<MessageRepairs>(host, r => r.Replay("receiver", 9999, default)));
        await Should.ThrowAsync<ResourceNotFound>(() => As<MessageRepairs>(host, r => r.Replay("nobody", done, default)));
    }

    [SkippableTheory, EveryProvider]
    public async Task Messages_are_listed_by_state_consumer_and_stream_page_by_page(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var (stream, parked) = await Poison(host);

        (await Rows(host, new MessageFilter(MessageState.Parked))).Select(m => m.Position).ShouldBe([parked]);
        (await Rows(host, new MessageFilter(MessageState.ToDo, KeepMoves.Name))).Select(m => m.StreamPosition).ShouldBe([3]);
        (await Rows(host, new MessageFilter(MessageState.Handled, ProjectMoves.Name, stream))).Select(m => m.StreamPosition).ShouldBe([3, 2, 1]);
        (await Rows(host, new MessageFilter(MessageState.Retrying))).ShouldBeEmpty();
        var first = await Rows(host, new MessageFilter(Stream: stream), count: 4);
        var second = await Rows(host, new MessageFilter(Stream: stream), before: first[^1].Position, count: 4);
        first.Concat(second).Select(m => (m.Consumer, m.StreamPosition)).Distinct().Count().ShouldBe(6);
    }

    [SkippableTheory, EveryProvider]
    public async Task Health_is_degraded_while_something_is_parked_or_old(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        (await Health(host)).ShouldBe(HealthStatus.Healthy);

        _time.Advance(TimeSpan.FromSeconds(61));
        (await Health(host)).ShouldBe(HealthStatus.Degraded);
        await host.Pump();
        (await Health(host)).ShouldBe(HealthStatus.Healthy);

        var (_, parked) = await Poison(host);
        (await Health(host)).ShouldBe(HealthStatus.Degraded);
        await As<MessageRepairs>(host, repairs => repairs.Discard("receiver", parked, "not needed", default));
        await host.Pump();
        (await Health(host)).ShouldBe(HealthStatus.Healthy);
    }

    private static async Task<(string Stream, long Parked)> Poison(MessagingHost host)
    {
        host.Mischief.After = (consumer, _, position) =>
            consumer == KeepMoves.Name && position == 2 ? throw FailureTests.Refused.Broken() : Task.CompletedTask;
        var stream = (await host.Send(parcels: 1, p => p.Move(times: 3)))[0];
        await host.Pump();
        return (stream, (await host.Inbox(KeepMoves.Name)).Single(m => m.ParkedAt is not null).Position);
    }

    private static async Task<IReadOnlyList<MessageRow>> Rows(MessagingHost host, MessageFilter filter, long? before = null, int count = 100)
    {
        IReadOnlyList<MessageRow> rows = [];
        await As<MessageReading>(host, async reading => rows = await reading.List("receiver", filter, before, count, default));
        return rows;
    }

    private static async Task<HealthStatus> Health(MessagingHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["messages"].Status;

    private static async Task As<T>(MessagingHost host, Func<T, Task> work)
        where T : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("administrator");
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}
