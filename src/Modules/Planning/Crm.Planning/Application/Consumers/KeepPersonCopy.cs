using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;

namespace Crm.Planning.Application.Consumers;

/// <summary>Keeps the names of people, and forgets that of a person who is erased.</summary>
internal sealed class KeepPersonCopy(PlanningDbContext db) : IConsumer<UserChangedV1>, IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<UserChangedV1> received, CancellationToken ct) =>
        (await CopyOf(received.Event.UserId, ct)).Take(received.Event.Name, received.StreamPosition);

    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct) =>
        (await CopyOf(received.Event.PersonId, ct)).Erase();

    private async Task<PersonCopy> CopyOf(Guid userId, CancellationToken ct) =>
        await db.PersonCopies.FindAsync([userId], ct) ?? db.PersonCopies.Add(PersonCopy.Of(userId)).Entity;
}
