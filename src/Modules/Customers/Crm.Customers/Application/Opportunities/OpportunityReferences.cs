using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>What opportunities name.</summary>
internal static class OpportunityReferences
{
    /// <summary>Whatever the caller may see, deleted ones too: for what must hold for all.</summary>
    public static IQueryable<Opportunity> AllOpportunities(this CustomersDbContext db) =>
        db.Opportunities.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter]);

    /// <summary>One that takes opportunities: by its code, or the usual one.</summary>
    public static async Task<Pipeline> PipelineFor(this CustomersDbContext db, string? code, CancellationToken ct)
    {
        var found = await db.Pipelines.Where(p => p.IsActive && (code == null ? p.IsDefault : p.Code == code)).OrderBy(p => p.Code).Select(p => (PipelineId?)p.Id).FirstOrDefaultAsync(ct)
            ?? throw OpportunityRules.PipelineUnknown.Broken(code ?? "default");
        return await db.HeldPipeline(found, ct);
    }

    public static Task<Pipeline> PipelineOf(this CustomersDbContext db, Opportunity opportunity, CancellationToken ct) => db.HeldPipeline(opportunity.PipelineId, ct);

    /// <summary>Stays as it is until the end of the transaction: no stage goes while something comes into it, and the other way round.</summary>
    public static Task<Pipeline> HeldPipeline(this CustomersDbContext db, PipelineId id, CancellationToken ct) =>
        db.Dialect.Locked<Pipeline, PipelineId>(db, nameof(Pipeline.Id), [id]).SingleAsync(ct);

    public static async Task RequireReason(this CustomersDbContext db, OpportunityState outcome, string code, CancellationToken ct)
    {
        if (!await db.OutcomeReasons.AnyAsync(r => r.Outcome == outcome && r.Code == code && r.IsActive, ct)) throw OpportunityRules.ReasonUnknown.Broken(code);
    }
}
