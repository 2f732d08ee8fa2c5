using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class DeliveryTests
{
    [SkippableTheory, EveryProvider]
    public async Task What_happened_reaches_every_consumer_once_and_in_order(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        var streams = await host.Send(parcels: 10, p => p.Move(times: 5));

        (await host.Pump()).ShouldBe(100);

        foreach (var stream in streams)
        {
            (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2, 3, 4, 5]);
            (await host.Positions(ProjectMoves.Name, stream)).ShouldBe([1, 2, 3, 4, 5]);
        }

        (await host.Pump()).ShouldBe(0);
        host.Mischief.LargestBatchSeen.ShouldBe(50);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_event_nobody_listens_to_is_delivered_to_nobody(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Send(parcels: 1, p => p.Weigh());

        (await host.Pump()).ShouldBe(0);

        (await host.In((SenderContext db) => db.Outbox.SingleAsync())).DeliveredAt.ShouldNotBeNull();
        (await host.In((ReceiverContext db) => db.Inbox.AnyAsync())).ShouldBeFalse();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_consumer_may_answer_with_an_event_of_its_own(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Send(parcels: 3, p => p.Lose());

        await host.Pump();

        (await host.In((SenderContext db) => db.Parcels.AsNoTracking().ToListAsync())).ShouldAllBe(p => p.Claims == 1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rows_that_arrive_in_disorder_are_worked_off_in_the_order_of_their_stream(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, options: o => o.LargestBatch = 2);
        foreach (var position in new[] { 5, 3, 1, 4, 2 }) await host.Commit<SenderContext>(db => db.Outbox.Add(Moved("parcel/a", position)));

        await host.Pump();

        (await host.Positions(KeepMoves.Name, "parcel/a")).ShouldBe([1, 2, 3, 4, 5]);
        (await host.Positions(ProjectMoves.Name, "parcel/a")).ShouldBe([1, 2, 3, 4, 5]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_message_delivered_again_has_no_second_effect(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        var stream = (await host.Send(parcels: 1, p => p.Move(times: 3)))[0];
        await host.Pump();

        await host.In<SenderContext>(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, (DateTimeOffset?)null)));
        (await host.Pump()).ShouldBe(0);

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2, 3]);
    }

    [SkippableTheory, EveryProvider]
    public async Task More_than_one_delivery_holds_is_delivered_stream_by_stream(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString, options: o => (o.LargestDelivery, o.LargestBatch) = (7, 5));
        var streams = await host.Send(parcels: 9, p => p.Move(times: 4));

        await host.Pump();

        foreach (var stream in streams) (await host.Positions(ProjectMoves.Name, stream)).ShouldBe([1, 2, 3, 4]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Running_loops_settle_without_being_pumped(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Send(parcels: 3, p => p.Move().Lose());

        await host.RunUntilSettled();

        (await host.Effects(KeepMoves.Name)).Count.ShouldBe(6);
        (await host.In((SenderContext db) => db.Parcels.AsNoTracking().ToListAsync())).ShouldAllBe(p => p.Claims == 1);
    }

    internal static OutboxMessage Moved(string stream, int position) => new()
    {
        Id = Guid.CreateVersion7(),
        EventName = "sender.parcel-moved.v1",
        Body = $$"""{"parcelId":"{{Guid.Empty}}","step":{{position}}}""",
        Stream = stream,
        StreamPosition = position,
        OccurredAt = DateTimeOffset.UnixEpoch,
    };
}
