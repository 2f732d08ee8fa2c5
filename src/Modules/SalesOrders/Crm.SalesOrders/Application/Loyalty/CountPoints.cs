using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>Counts the points of orders to which something happened, and takes away those whose last day is over everywhere on earth.</summary>
internal sealed class CountPoints(SalesOrdersDbContext db, IServiceScopeFactory scopes, TimeProvider time) : IScheduledJob
{
    public const string Name = "count-points";

    private const int AtOnce = 500;
    private static readonly TimeSpan WesternmostZone = TimeSpan.FromHours(-12);

    public async Task<string> Run(CancellationToken ct)
    {
        var counted = 0;
        while (await db.PointsDue.OrderBy(d => d.Id).Select(d => d.OrderId).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            foreach (var order in due.Distinct()) await Handle<SettlePoints, SettledPoints>(new SettlePoints(order.Value), ct);
            counted += due.Count;
        }

        var today = DateOnly.FromDateTime((time.GetUtcNow() + WesternmostZone).UtcDateTime);
        var expired = 0;
        while (await Expired(today, ct) is { Count: > 0 } customers)
        {
            foreach (var customer in customers) await Handle<ExpirePoints, PointsExpired>(new ExpirePoints(customer, today), ct);
            expired += customers.Count;
        }

        return string.Create(CultureInfo.InvariantCulture, $"points counted after {counted} changes, expired for {expired} customers");
    }

    private Task<List<Guid>> Expired(DateOnly today, CancellationToken ct) => db.PointsAccounts
        .Where(a => a.Entries.Any(e => e.Left > 0 && e.ValidUntil < today)).OrderBy(a => a.Id).Select(a => a.CustomerId).Take(AtOnce).ToListAsync(ct);

    private async Task<TResult> Handle<TCommand, TResult>(TCommand command, CancellationToken ct)
        where TCommand : ICommand<TResult>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(Name);
        return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TResult>>().Handle(command, ct);
    }
}
