using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Units, territories and users as they are, and who was erased, for a module that was off when that happened.</summary>
internal sealed class PlatformCurrentState(PlatformDbContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var unit in db.Units.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(unit), unit.Version, PlatformPublishedEvents.Of(unit));
        await foreach (var territory in db.Territories.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(territory), territory.Version, PlatformPublishedEvents.Of(territory));
        await foreach (var calendar in db.Set<WorkingCalendar>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(calendar), calendar.Version, PlatformPublishedEvents.Of(calendar));
        await foreach (var user in db.Users.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(user), user.Version, PlatformPublishedEvents.Of(user));
        await foreach (var erasure in db.Erasures.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(erasure), erasure.Version, PlatformPublishedEvents.Of(erasure));
    }
}
