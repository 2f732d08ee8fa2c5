using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Frees what was reserved for longer than was agreed. One that cannot be ended now is tried again at the next run.</summary>
internal sealed partial class ExpireReservations(
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
            if (await Ended(id.Value, ct)) ended++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{ended} of {due.Count} reservations expired");
    }

    private async Task<bool> Ended(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(Name);
        try
        {
            var saved = await scope.ServiceProvider.GetRequiredService<ICommandHandler<ExpireReservation, ReservationSaved>>().Handle(new ExpireReservation(id), ct);
            return saved.State == ReservationState.Expired;
        }
        catch (Refusal refused)
        {
            LogNotEnded(log, refused, id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reservation {Reservation} could not be ended and is tried again.")]
    private static partial void LogNotEnded(ILogger log, Exception refused, Guid reservation);
}
