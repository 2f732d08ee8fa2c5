using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>Brings together what a process finds when it goes on, so that what sales tells and what people do to one customer take turns.</summary>
internal sealed class ProcessWalks(CustomersDbContext db, CompanyDay days, CallerContext caller, TimeProvider time)
{
    private readonly Dictionary<ProcessDefinitionId, ProcessGraph> _graphs = [];

    /// <summary>
    /// Waits for whoever else is about to move a process of this customer, or to tell something of it. Without it a process could come to wait
    /// for what is told in the same moment, and neither would see the other.
    /// </summary>
    /// <returns>The customer that it is, or leads to; null where nobody knows it.</returns>
    public async Task<CustomerId?> TakeTurn(CustomerId customer, CancellationToken ct)
    {
        var all = db.Customers.IgnoreQueryFilters();
        if (await all.Where(c => c.Id == customer).Select(c => (CustomerId?)(c.SurvivorId ?? c.Id)).SingleOrDefaultAsync(ct) is not { } survivor) return null;
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [survivor]).Select(c => c.Id).ToListAsync(ct);
        return survivor;
    }

    /// <summary>A process in its turn, to be changed.</summary>
    public async Task<SalesProcess> ForChange(Guid id, CancellationToken ct)
    {
        var key = new ProcessId(id);
        var customer = await db.Processes.Where(p => p.Id == key).Select(p => (CustomerId?)p.CustomerId).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("process", id.ToString());
        await TakeTurn(customer, ct);
        return await db.ForChange<SalesProcess, ProcessId>(key, ct);
    }

    public async Task<ProcessGraph> GraphOf(SalesProcess process, CancellationToken ct)
    {
        if (_graphs.TryGetValue(process.DefinitionId, out var known)) return known;
        return _graphs[process.DefinitionId] = await db.ProcessDefinitions.Where(d => d.Id == process.DefinitionId).Select(d => d.Graph).SingleAsync(ct);
    }

    /// <summary>What a process finds now.</summary>
    public Task<ProcessSurroundings> Around(SalesProcess process, CancellationToken ct) =>
        Around(process.CustomerId, process.Code, process.Id, process.OrderId, process.StartedAt, ct);

    /// <param name="customer">Whose it is.</param>
    /// <param name="code">Of its definition.</param>
    /// <param name="self">Null: it is about to begin.</param>
    /// <param name="order">That it is about, where that is known.</param>
    /// <param name="since">When it began: what is told of an order before counts once the order is known to be its own.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ProcessSurroundings> Around(CustomerId customer, string code, ProcessId? self, Guid? order, DateTimeOffset since, CancellationToken ct)
    {
        var family = await db.FamilyOf(customer.Value, ct);
        var facts = db.ProcessFacts.AsNoTracking().Where(f => family.Contains(f.CustomerId));
        facts = order is null ? facts.Where(f => db.ProcessFacts.Any(g => g.OrderId == f.OrderId && g.OccurredAt >= since)) : facts.Where(f => f.OrderId == order);
        var free = await facts.Where(f => !db.Processes.IgnoreQueryFilters().Any(p => p.Code == code && p.OrderId == f.OrderId && (self == null || p.Id != self))).ToListAsync(ct);
        // What it asks of the customer can be given to the survivor only: the others stay as they were.
        var found = await db.Customers.IgnoreQueryFilters().AsSplitQuery().AsNoTracking().SingleAsync(c => family.Contains(c.Id) && c.SurvivorId == null, ct);
        var calendar = await db.Set<WorkingCalendarCopy>().AsNoTracking().Where(c => c.IsDefault).OrderBy(c => c.Code).FirstOrDefaultAsync(ct);
        var (who, zone, now, working) = (caller.Caller, await days.Zone(ct), time.GetUtcNow(), new WorkingDays(calendar));
        return new ProcessSurroundings(found, free, who.Id, permission => who.ScopeOf(permission) != RowScope.None, way => Deadline(way, working, zone, now), caller.Language, now);
    }

    private static DateTimeOffset? Deadline(ProcessTransition way, WorkingDays working, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (way.LimitHours is { } hours) return now.AddHours(hours);
        if (way.LimitWorkingDays is not { } workingDays) return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return CompanyDay.Begin(working.After(today, workingDays).AddDays(1), zone);
    }
}
