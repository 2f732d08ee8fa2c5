using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Tests.Messaging.Receiver;

[EventName("receiver.claim-opened.v1")]
public sealed record ClaimOpenedV1(Guid ParcelId) : IIntegrationEvent;

/// <summary>What a consumer did. Nothing keeps it from being there twice: that is what messaging has to see to.</summary>
internal sealed class Effect
{
    public long Id { get; init; }

    public required string Consumer { get; init; }

    public required string Stream { get; init; }

    public required int StreamPosition { get; init; }

    public string? Recipient { get; init; }
}

internal sealed record ClaimOpened(Guid ParcelId) : DomainEvent;

internal readonly record struct ClaimId(Guid Value) : ITypedId;

internal sealed class Claim : AggregateRoot
{
    public ClaimId Id { get; private init; } = new(Guid.CreateVersion7());

    public override Guid Key => Id.Value;

    public static Claim Open(Guid parcelId)
    {
        var claim = new Claim();
        claim.Raise(new ClaimOpened(parcelId));
        return claim;
    }
}

/// <summary>What a test does to consumers: throw, wait or write a line.</summary>
internal sealed class Mischief
{
    public Func<string, string, int, Task> After { get; set; } = (_, _, _) => Task.CompletedTask;

    public int LargestBatchSeen { get; set; }
}

/// <summary>Takes its events one at a time.</summary>
internal sealed class KeepMoves(ReceiverContext db, Mischief mischief) : IConsumer<ParcelMovedV1>, IConsumer<ParcelLostV1>
{
    public const string Name = "receiver.moves";

    public Task Consume(Received<ParcelMovedV1> received, CancellationToken ct) =>
        Keep(received.Stream, received.StreamPosition, received.Event.Recipient, ct);

    public Task Consume(Received<ParcelLostV1> received, CancellationToken ct) => Keep(received.Stream, received.StreamPosition, null, ct);

    private async Task Keep(string stream, int position, string? recipient, CancellationToken ct)
    {
        db.Effects.Add(new Effect { Consumer = Name, Stream = stream, StreamPosition = position, Recipient = recipient });
        await db.SaveChangesAsync(ct);
        await mischief.After(Name, stream, position);
    }
}

/// <summary>Takes its events many at a time.</summary>
internal sealed class ProjectMoves(ReceiverContext db, Mischief mischief) : IBatchConsumer
{
    public const string Name = "receiver.projection";

    public async Task Consume(IReadOnlyList<Received> batch, CancellationToken ct)
    {
        mischief.LargestBatchSeen = Math.Max(mischief.LargestBatchSeen, batch.Count);
        db.Effects.AddRange(batch.Select(r => new Effect { Consumer = Name, Stream = r.Stream, StreamPosition = r.StreamPosition }));
        await db.SaveChangesAsync(ct);
        foreach (var received in batch) await mischief.After(Name, received.Stream, received.StreamPosition);
    }
}

/// <summary>Reacts with an event of its own.</summary>
internal sealed class OpenClaims(ReceiverContext db) : IConsumer<ParcelLostV1>
{
    public Task Consume(Received<ParcelLostV1> received, CancellationToken ct)
    {
        db.Claims.Add(Claim.Open(received.Event.ParcelId));
        return Task.CompletedTask;
    }
}

internal sealed class ReceiverPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) =>
        happened is ClaimOpened opened ? new ClaimOpenedV1(opened.ParcelId) : null;
}

internal abstract class ReceiverContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Claim> Claims => Set<Claim>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Effect>().HasKey(e => e.Id);
        model.Entity<Claim>().HasKey(c => c.Id);
    }
}

internal sealed class SqliteReceiverContext(DbContextOptions<SqliteReceiverContext> options) : ReceiverContext(options);

internal sealed class PostgresReceiverContext(DbContextOptions<PostgresReceiverContext> options) : ReceiverContext(options);

internal sealed class SqlServerReceiverContext(DbContextOptions<SqlServerReceiverContext> options) : ReceiverContext(options);

internal sealed class ReceiverModule : IModule
{
    public string Name => "receiver";

    public void Describe(ModuleBuilder module) => module
        .Database<ReceiverContext>()
        .Publishes<ReceiverPublishedEvents>()
        .Consumes<ParcelMovedV1, KeepMoves>(KeepMoves.Name)
        .Consumes<ParcelLostV1, KeepMoves>(KeepMoves.Name)
        .Consumes<ParcelLostV1, OpenClaims>("receiver.claims")
        .ConsumesInBatches<ProjectMoves>(ProjectMoves.Name, typeof(ParcelMovedV1));

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
