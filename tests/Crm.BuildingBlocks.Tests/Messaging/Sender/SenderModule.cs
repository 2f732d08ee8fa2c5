using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Tests.Messaging.Sender;

[EventName("sender.parcel-moved.v1")]
public sealed record ParcelMovedV1(Guid ParcelId, int Step, [property: PersonKey] Guid? RecipientId = null, [property: Personal] string? Recipient = null)
    : IIntegrationEvent;

[EventName("sender.parcel-lost.v1")]
public sealed record ParcelLostV1(Guid ParcelId) : IIntegrationEvent;

[EventName("sender.parcel-weighed.v1")]
public sealed record ParcelWeighedV1(Guid ParcelId) : IIntegrationEvent;

internal readonly record struct ParcelId(Guid Value) : ITypedId;

internal sealed record ParcelMoved(Guid? RecipientId, string? Recipient) : DomainEvent;

internal sealed record ParcelLost : DomainEvent;

internal sealed record ParcelWeighed : DomainEvent;

internal sealed class Parcel : AggregateRoot
{
    public ParcelId Id { get; private init; } = new(Guid.CreateVersion7());

    public int Claims { get; private set; }

    public override Guid Key => Id.Value;

    public Parcel Move(int times = 1, Guid? recipientId = null, string? recipient = null)
    {
        for (var i = 0; i < times; i++) Raise(new ParcelMoved(recipientId, recipient));
        return this;
    }

    public void Lose() => Raise(new ParcelLost());

    public void Weigh() => Raise(new ParcelWeighed());

    public void CountClaim() => Claims++;
}

internal sealed class SenderPublishedEvents : PublishedEvents
{
    public override IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened) => happened switch
    {
        ParcelMoved moved => new ParcelMovedV1(source.Key, moved.Position, moved.RecipientId, moved.Recipient),
        ParcelLost => new ParcelLostV1(source.Key),
        ParcelWeighed => new ParcelWeighedV1(source.Key),
        _ => null,
    };
}

internal sealed class SenderState(SenderContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var parcel in db.Parcels.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(parcel), parcel.Version, new ParcelMovedV1(parcel.Key, parcel.Version));
    }
}

/// <summary>Hears what the receiver says in answer, so that an event goes there and another comes back.</summary>
internal sealed class CountClaims(SenderContext db) : IConsumer<ClaimOpenedV1>
{
    public async Task Consume(Received<ClaimOpenedV1> received, CancellationToken ct) =>
        (await db.Parcels.SingleAsync(p => p.Id == new ParcelId(received.Event.ParcelId), ct)).CountClaim();
}

internal abstract class SenderContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Parcel> Parcels => Set<Parcel>();

    protected override void Map(ModelBuilder model) => model.Entity<Parcel>().HasKey(p => p.Id);
}

internal sealed class SqliteSenderContext(DbContextOptions<SqliteSenderContext> options) : SenderContext(options);

internal sealed class PostgresSenderContext(DbContextOptions<PostgresSenderContext> options) : SenderContext(options);

internal sealed class SqlServerSenderContext(DbContextOptions<SqlServerSenderContext> options) : SenderContext(options);

internal sealed class SenderModule : IModule
{
    public string Name => "sender";

    public void Describe(ModuleBuilder module) => module
        .Database<SenderContext>()
        .Publishes<SenderPublishedEvents>()
        .Republishes<SenderState>()
        .Consumes<ClaimOpenedV1, CountClaims>("sender.claims");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
