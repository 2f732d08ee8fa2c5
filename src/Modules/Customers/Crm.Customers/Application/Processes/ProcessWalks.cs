using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>Brings together what a process finds when it goes on, so that what sales tells and what people do to one customer take turns.</summary>
internal sealed class ProcessWalks(CustomersDbContext db, CompanyDay days, CallerContext caller, TimeProvider time)
{
    private readonly Dictionary<ProcessDefinitionId, ProcessGraph> _graphs = [];

    /// <inheritdoc cref="CustomerFamily.TakeTurn"/>
    public Task<CustomerId?> TakeTurn(CustomerId customer, CancellationToken ct) => db.TakeTurn(customer, ct);

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

    /// <summary>An order belongs to one process of a kind, and to the customer whose process it is. One that was cancelled keeps none.</summary>
    public async Task RequireFree(Guid order, string code, CustomerId customer, ProcessId? self, CancellationToken ct)
    {
        if (await db.Processes.IgnoreQueryFilters().AnyAsync(p => p.Code == code && p.OrderId == order && p.State != ProcessState.Cancelled && (self == null || p.Id != self), ct))
            throw ProcessRules.OrderTaken.Broken();
        var family = await db.FamilyOf(customer.Value, ct);
        if (await db.ProcessFacts.AnyAsync(f => f.OrderId == order && !family.Contains(f.CustomerId), ct)
            || await db.Set<OrderAccount>().AnyAsync(o => o.OrderId == order && !family.Contains(o.CustomerId), ct)) throw ProcessRules.OrderOfAnother.Broken();
    }

    /// <summary>Goes on as far as nobody is needed. Once a process has left an order, that of others counts which was not looked at before.</summary>
    public async Task GoOn(SalesProcess process, CancellationToken ct)
    {
        var graph = await GraphOf(process, ct);
        for (var order = process.OrderId; ; order = null)
        {
            process.Settle(graph, await Around(process, ct));
            if (order is null || process.OrderId is not null) return;
        }
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
        var free = await facts.Where(f => !db.Processes.IgnoreQueryFilters().Any(p => p.Code == code && p.OrderId == f.OrderId && p.State != ProcessState.Cancelled && (self == null || p.Id != self))).ToListAsync(ct);
        // What it asks of the customer can be given to the survivor only: the others stay as they were.
        var found = await db.Customers.IgnoreQueryFilters().AsSplitQuery().AsNoTracking().SingleAsync(c => family.Contains(c.Id) && c.SurvivorId == null, ct);
        var calendar = await db.Set<WorkingCalendarCopy>().AsNoTracking().Where(c => c.IsDefault).OrderBy(c => c.Code).FirstOrDefaultAsync(ct);
        var (who, zone, now, working) = (caller.Caller, await days.Zone(ct), time.GetUtcNow(), new WorkingDays(calendar));
        return new ProcessSurroundings(found, free, who.Id, permission => who.ScopeOf(permission) != RowScope.None, (way, since) => Deadline(way, working, zone, since), caller.Language, now);
    }

    private static DateTimeOffset? Deadline(ProcessTransition way, WorkingDays working, TimeZoneInfo zone, DateTimeOffset since)
    {
        if (way.LimitHours is { } hours) return since.AddHours(hours);
        if (way.LimitWorkingDays is not { } workingDays) return null;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, zone).DateTime);
        return CompanyDay.Begin(working.After(day, workingDays).AddDays(1), zone);
    }
}
