using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class FailureTests
{
    internal static readonly Rule Refused = new("receiver.refused", "Refused.", "拒绝。");

    private readonly FakeTime _time = new();

    [SkippableTheory]
    [EveryProvider(KeepMoves.Name, ProjectMoves.Name), EveryProvider(ProjectMoves.Name, KeepMoves.Name)]
    public async Task A_refused_message_is_parked_at_once_and_holds_back_only_its_own_stream_of_its_own_consumer(DatabaseProvider provider, string poisoned, string other)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var streams = await host.Send(parcels: 5, p => p.Move(times: 3));
        host.Mischief.After = (consumer, stream, position) =>
            consumer == poisoned && stream == streams[2] && position == 2 ? throw Refused.Broken() : Task.CompletedTask;

        await host.Pump();

        (await host.Positions(poisoned, streams[2])).ShouldBe([1]);
        foreach (var stream in streams.Except([streams[2]])) (await host.Positions(poisoned, stream)).ShouldBe([1, 2, 3]);
        foreach (var stream in streams) (await host.Positions(other, stream)).ShouldBe([1, 2, 3]);
        var unfinished = (await host.Inbox(poisoned)).FindAll(m => m.HandledAt is null);
        unfinished.Select(m => (m.StreamPosition, m.Attempts, IsParked: m.ParkedAt is not null)).ShouldBe([(2, 1, true), (3, 0, false)]);
        unfinished[0].LastError.ShouldNotBeNull().ShouldContain("receiver.refused");
    }

    [SkippableTheory, EveryProvider]
    public async Task Whatever_a_failure_says_is_noted_as_far_as_the_database_takes_it(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        var wild = string.Concat(Enumerable.Repeat("\0a😀", 1000));
        host.Mischief.After = (consumer, _, _) => consumer == KeepMoves.Name ? throw new InvalidOperationException(wild) : Task.CompletedTask;

        await host.Pump();

        var noted = (await host.Inbox(KeepMoves.Name)).ShouldHaveSingleItem();
        noted.Attempts.ShouldBe(1);
        noted.LastError.ShouldNotBeNull().ShouldContain("a😀a😀");
        noted.LastError.Length.ShouldBeInRange(1990, 2000);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_refusal_the_code_is_noted_and_not_the_values_it_is_about(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        var about = new Rule("receiver.about-somebody", "{0} is not to be served.", "不为 {0} 服务。");
        host.Mischief.After = (consumer, _, _) => consumer == KeepMoves.Name ? throw about.Broken("Anna Berg") : Task.CompletedTask;

        await host.Pump();

        var error = (await host.Inbox(KeepMoves.Name)).ShouldHaveSingleItem().LastError.ShouldNotBeNull();
        error.ShouldContain("receiver.about-somebody");
        error.ShouldContain(nameof(RuleBroken));
        error.ShouldNotContain("Anna Berg");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_flaky_consumer_is_tried_again_when_its_time_has_come(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var stream = (await host.Send(parcels: 1, p => p.Move(times: 2)))[0];
        var failures = 2;
        host.Mischief.After = (consumer, _, _) =>
            consumer == KeepMoves.Name && failures-- > 0 ? throw new InvalidOperationException("not now") : Task.CompletedTask;

        // Together the two fail, and so does the first alone.
        await host.Pump();
        (await host.Positions(KeepMoves.Name, stream)).ShouldBeEmpty();

        _time.Advance(TimeSpan.FromSeconds(1.9));
        (await host.Pump()).ShouldBe(0);

        _time.Advance(TimeSpan.FromSeconds(0.6));
        (await host.Pump()).ShouldBe(2);
        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_message_that_failed_eight_times_in_about_four_minutes_is_parked(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        await host.Send(parcels: 1, p => p.Move());
        host.Mischief.After = (consumer, _, _) => consumer == KeepMoves.Name ? throw new InvalidOperationException("never") : Task.CompletedTask;
        var start = _time.GetUtcNow();

        await host.Pump();
        var attempts = new List<int>();
        while ((await host.Inbox(KeepMoves.Name))[0] is { ParkedAt: null } waiting)
        {
            attempts.Add(waiting.Attempts);
            _time.MoveTo(waiting.NextAttemptAt);
            await host.Pump();
        }

        attempts.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        (await host.Inbox(KeepMoves.Name))[0].Attempts.ShouldBe(8);
        (_time.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(254), TimeSpan.FromSeconds(305));
    }

    [SkippableTheory, EveryProvider]
    public async Task Losing_a_race_against_somebody_else_is_no_failure(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, _time);
        var stream = (await host.Send(parcels: 1, p => p.Move()))[0];
        var races = 3;
        host.Mischief.After = (consumer, _, _) =>
            consumer == KeepMoves.Name && races-- > 0 ? throw new DbUpdateConcurrencyException("too late") : Task.CompletedTask;

        await host.Pump();

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1]);
        (await host.Inbox(KeepMoves.Name))[0].Attempts.ShouldBe(0);
    }
}
