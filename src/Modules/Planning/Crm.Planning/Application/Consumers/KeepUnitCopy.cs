using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;

namespace Crm.Planning.Application.Consumers;

/// <summary>Keeps how org units stand above each other.</summary>
internal sealed class KeepUnitCopy(PlanningDbContext db) : IConsumer<OrgUnitChangedV1>
{
    public async Task Consume(Received<OrgUnitChangedV1> received, CancellationToken ct)
    {
        var unit = received.Event;
        var copy = await db.UnitCopies.FindAsync([unit.UnitId], ct) ?? db.UnitCopies.Add(UnitCopy.Of(unit.UnitId)).Entity;
        copy.Take(unit.ParentId, received.StreamPosition);
    }
}
