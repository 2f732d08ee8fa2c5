using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Puts away orders that ended and to which nothing has happened for so many days as the setting says. An order of which somebody still
/// expects something stays where it is, however old it is.
/// </summary>
internal sealed class ArchiveOldOrders(SalesOrdersDbContext db, IServiceScopeFactory scopes, ISettings settings, TimeProvider time, ILogger<ArchiveOldOrders> log) : IScheduledJob
{
    public const string Name = "archive-orders";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var days = await settings.Number(SalesSettings.ArchiveAfterDays, ct);
        if (days == 0) return "archiving is switched off";
        var before = time.GetUtcNow().AddDays(-days);
        var (archived, kept, failed) = (0, 0, 0);
        // Behind the last one that was looked at: what is kept would else be walked over again with every page.
        var last = new Ended(default, DateTimeOffset.MinValue);
        while (await EndedAfter(last, before, ct) is { Count: > 0 } ended)
        {
            last = ended[^1];
            var touched = await ChangedSince(ended, before, ct);
            foreach (var id in ended.Select(e => e.Id.Value))
            {
                if (touched.Contains(id)) kept++;
                else if (await scopes.Try<ArchiveEndedOrder, EndedOrder>(Name, new ArchiveEndedOrder(id), log, ct) is not { } order) failed++;
                else if (order.IsArchived) archived++;
                else kept++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{archived} orders archived, {kept} ended and kept, {failed} failed");
    }

    private Task<List<Ended>> EndedAfter(Ended last, DateTimeOffset before, CancellationToken ct) => db.Orders.IgnoreAutoIncludes()
        .Where(o => o.ArchivedAt == null && o.PlacedAt < before && (o.State == OrderState.Completed || o.State == OrderState.Cancelled || o.State == OrderState.Expired))
        .Where(o => o.PlacedAt >= last.PlacedAt && (o.PlacedAt > last.PlacedAt || o.Id > last.Id))
        .OrderBy(o => o.PlacedAt).ThenBy(o => o.Id).Select(o => new Ended(o.Id, o.PlacedAt)).Take(AtOnce).ToListAsync(ct);

    private async Task<HashSet<Guid>> ChangedSince(List<Ended> orders, DateTimeOffset before, CancellationToken ct)
    {
        var ids = orders.ConvertAll(o => (Guid?)o.Id.Value);
        return [.. (await db.Audit.Where(a => a.At > before && EF.Parameter(ids).Contains(a.RecordId)).Select(a => a.RecordId).Distinct().ToListAsync(ct)).OfType<Guid>()];
    }

    private sealed record Ended(OrderId Id, DateTimeOffset PlacedAt);
}

/// <summary>Puts an order away if nobody expects anything of it.</summary>
internal sealed record ArchiveEndedOrder(Guid Id) : ICommand<EndedOrder>;

/// <param name="IsArchived">False where somebody still expects something, or it was done meanwhile.</param>
internal sealed record EndedOrder(bool IsArchived);

internal sealed class ArchiveEndedOrderValidator : AbstractValidator<ArchiveEndedOrder>
{
    public ArchiveEndedOrderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ArchiveEndedOrderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<ArchiveEndedOrder, EndedOrder>
{
    public async Task<EndedOrder> Handle(ArchiveEndedOrder command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        if (order.WhyNot(OrderAction.Archive) is not null) return new EndedOrder(IsArchived: false);
        order.Archive(time.GetUtcNow());
        return new EndedOrder(IsArchived: true);
    }
}
