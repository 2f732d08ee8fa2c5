using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Frees what was reserved for longer than was agreed. One that cannot be ended now is tried again at the next run.</summary>
internal sealed class ExpireReservations(
    SalesOrdersDbContext db, IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpireReservations> log) : IScheduledJob
{
    public const string Name = "expire-reservations";

    private const int MostAtOnce = 1000;

    public async Task<string> Run(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await db.Reservations.Where(r => r.State == ReservationState.Active && r.ExpiresAt <= now)
            .OrderBy(r => r.ExpiresAt).Select(r => r.Id).Take(MostAtOnce).ToListAsync(ct);
        var ended = 0;
        foreach (var id in due)
        {
            var saved = await scopes.Try<ExpireReservation, ReservationSaved>(Name, new ExpireReservation(id.Value), log, ct);
            if (saved?.State == ReservationState.Expired) ended++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{ended} of {due.Count} reservations expired");
    }
}
