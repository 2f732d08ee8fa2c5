using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Forgets reservations that ended long ago: carts come by the thousand, and an order that names a forgotten one takes free units.</summary>
internal sealed class CleanReservations(SalesOrdersDbContext db, TimeProvider time) : IScheduledJob
{
    public const string Name = "clean-reservations";

    private const int DaysKept = 100;

    public async Task<string> Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().AddDays(-DaysKept);
        var ended = db.Reservations.Where(r => r.State != ReservationState.Active && r.ExpiresAt < before && r.EndedAt < before);
        return $"{await db.DeleteInBatches(ended.OrderBy(r => r.ExpiresAt), ct)} reservations";
    }
}
