using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Opportunities;

/// <summary>What a summary adds up of one opportunity.</summary>
internal sealed class PipelineValue
{
    public PipelineId PipelineId { get; init; }

    public required string Stage { get; init; }

    public ForecastCategory Category { get; init; }

    public Guid? OwnerId { get; init; }

    /// <summary>Business date on which it ended, or is expected to.</summary>
    public DateOnly On { get; init; }

    public string? Reason { get; init; }

    public required string Currency { get; init; }

    public decimal Amount { get; init; }

    public decimal Weighted { get; init; }
}

/// <summary>Where a summary finds opportunities of one state: as they are, or as they were when a day was over.</summary>
internal static class PipelineValues
{
    public static IQueryable<PipelineValue> Present(CustomersDbContext db, OpportunityState state)
    {
        var isOpen = state == OpportunityState.Open;
        return db.Opportunities.Where(o => o.State == state).Select(o => new PipelineValue
        {
            PipelineId = o.PipelineId,
            Stage = o.Stage,
            Category = o.Category,
            OwnerId = o.OwnerId,
            On = isOpen ? o.ExpectedClose : o.ClosedOn!.Value,
            Reason = o.Reason,
            Currency = o.Currency,
            Amount = o.Amount,
            Weighted = o.Weighted,
        });
    }

    /// <summary>Of those that the caller may see now; one that was deleted since was there then.</summary>
    public static IQueryable<PipelineValue> Past(CustomersDbContext db, OpportunityState state, DateOnly? day)
    {
        var isOpen = state == OpportunityState.Open;
        // That it ended is written down once, on the day; it holds until the opportunity is written down as open again.
        var snapshots = isOpen
            ? db.OpportunitySnapshots.Where(s => s.Day == day && s.State == state)
            : db.OpportunitySnapshots.Where(s => s.Day <= day && s.State == state && !db.OpportunitySnapshots.Any(l => l.OpportunityId == s.OpportunityId && l.Day > s.Day && l.Day <= day));
        return snapshots
            .Where(s => db.Opportunities.IgnoreQueryFilters(new[] { ModuleDbContext.DeletedFilter }).Any(o => o.Id == s.OpportunityId))
            .Select(s => new PipelineValue
            {
                PipelineId = s.PipelineId,
                Stage = s.Stage,
                Category = s.Category,
                OwnerId = s.OwnerId,
                On = isOpen ? s.ExpectedClose : s.ClosedOn!.Value,
                Reason = s.Reason,
                Currency = s.Currency,
                Amount = s.Amount,
                Weighted = s.Weighted,
            });
    }

    public static IQueryable<PipelineValue> Narrowed(IQueryable<PipelineValue> values, Guid? pipelineId, Guid? ownerId, DateOnly? from, DateOnly? to)
    {
        if (pipelineId is { } pipeline)
        {
            var id = new PipelineId(pipeline);
            values = values.Where(o => o.PipelineId == id);
        }

        if (ownerId is { } owner) values = values.Where(o => o.OwnerId == owner);
        if (from is { } first) values = values.Where(o => o.On >= first);
        if (to is { } last) values = values.Where(o => o.On <= last);
        return values;
    }
}
