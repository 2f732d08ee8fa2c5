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
    public static async Task<Pipeline> PipelineFor(this CustomersDbContext db, string? code, CancellationToken ct) =>
        await db.Pipelines.OrderBy(p => p.Code).FirstOrDefaultAsync(p => p.IsActive && (code == null ? p.IsDefault : p.Code == code), ct)
        ?? throw OpportunityRules.PipelineUnknown.Broken(code ?? "default");

    public static async Task<Pipeline> PipelineOf(this CustomersDbContext db, Opportunity opportunity, CancellationToken ct) =>
        await db.Pipelines.SingleAsync(p => p.Id == opportunity.PipelineId, ct);

    /// <summary>Whoever is talked to is one of the customer's, or of one that was found to be the customer.</summary>
    public static async Task RequireContact(this CustomersDbContext db, CustomerId customer, Guid? contact, CancellationToken ct)
    {
        if (contact is null) return;
        var family = await db.FamilyOf(customer.Value, ct);
        var known = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .AnyAsync(c => family.Contains(c.Id) && c.Contacts.Any(x => x.Id == contact), ct);
        if (!known) throw OpportunityRules.NotOfCustomer.Broken(contact);
    }

    public static async Task RequireReason(this CustomersDbContext db, OpportunityState outcome, string code, CancellationToken ct)
    {
        if (!await db.OutcomeReasons.AnyAsync(r => r.Outcome == outcome && r.Code == code && r.IsActive, ct)) throw OpportunityRules.ReasonUnknown.Broken(code);
    }
}
