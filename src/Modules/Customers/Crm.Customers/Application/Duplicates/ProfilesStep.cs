using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Before anything is compared: makes the keys anew of which the rules have changed, and the profiles of customers that have none.</summary>
internal static class ProfilesStep
{
    private const int PerStep = 500;

    public static async Task<CompareCustomers.Mark> Next(CompareCustomers.Mark mark, bool onlyChanged, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (CustomersDbContext)step.Db;
            var made = await Rekeyed(db, ct);
            // Not in the same step: what was made anew is not saved yet and would be missed.
            if (made == 0) made = await Missing(db, ct);
            if (made == 0) next = mark with { Phase = onlyChanged ? CompareCustomers.Phase.Changed : CompareCustomers.Phase.Blocks };
            step.Checkpoint = next;
        }, ct);
        return next;
    }

    private static async Task<int> Rekeyed(CustomersDbContext db, CancellationToken ct)
    {
        var rules = await db.DedupeRules(ct);
        var made = 0;
        foreach (var kind in Enum.GetValues<CustomerKind>())
        {
            var version = rules.Of(kind).Version;
            var old = await db.Set<DuplicateProfile>().AsNoTracking().Where(p => p.Kind == kind && p.Rules != version).OrderBy(p => p.CustomerId).Take(PerStep)
                .Select(p => new { p.CustomerId, p.Record }).ToListAsync(ct);
            await db.Forget(old.ConvertAll(p => p.CustomerId), ct);
            await db.Store(old.ConvertAll(p => db.Profile(p.CustomerId, ComparedRecord.Read(p.Record), rules.Of(kind))), ct);
            made += old.Count;
        }

        return made;
    }

    private static async Task<int> Missing(CustomersDbContext db, CancellationToken ct)
    {
        var rules = await db.DedupeRules(ct);
        var customers = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().AsSplitQuery()
            .Where(c => c.Name != "" && c.MergedIntoId == null && !db.Set<DuplicateProfile>().Any(p => p.CustomerId == c.Id)).OrderBy(c => c.Id).Take(PerStep).ToListAsync(ct);
        await db.Store(customers.ConvertAll(c => db.Profile(c, rules)), ct);
        return customers.Count;
    }
}
