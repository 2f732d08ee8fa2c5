using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Merging;

/// <summary>What merging and its rehearsal have in common.</summary>
internal sealed class MergeWork(CustomersDbContext db, MergePlan plan)
{
    /// <exception cref="RuleBroken">They cannot be merged.</exception>
    public void Require(Customer survivor, IReadOnlyList<Customer> others)
    {
        survivor.RefuseIfGone();
        foreach (var other in others)
        {
            other.RefuseIfGone();
            if (other.Kind != survivor.Kind) throw MergingRules.KindsDiffer.Broken();
        }

        plan.Require(CustomerImage.Of(survivor), [survivor.Key, .. others.Select(o => o.Key)]);
    }

    /// <summary>Gives the survivor what the other one knows.</summary>
    public async Task Unite(Customer survivor, Customer other, CancellationToken ct)
    {
        var united = plan.United(CustomerImage.Of(survivor), survivor.Country, CustomerImage.Of(other), other.Key, other.Country);
        await db.Rewrite(survivor, CustomerImage.Of(united), ct);
    }
}

internal static class Merging
{
    /// <summary>The others of a merge, as they were seen.</summary>
    public static async Task<List<Customer>> OthersOf(this CustomersDbContext db, Customer survivor, MergeCustomers command, CancellationToken ct)
    {
        if (command.Others.Any(o => o.Id == survivor.Key) || command.Others.DistinctBy(o => o.Id).Count() != command.Others.Count) throw MergingRules.WithItself.Broken();
        var others = new List<Customer>();
        foreach (var wanted in command.Others)
        {
            var id = new CustomerId(wanted.Id);
            var other = await db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct)
                ?? throw new ResourceNotFound("customer", wanted.Id.ToString());
            if (other.Version != wanted.Version) throw new VersionMismatch("customer", wanted.Id, wanted.Version, other.Version);
            others.Add(other);
        }

        return others;
    }

    /// <summary>Writes an image onto a customer. Keys that go from one of a family to another are taken by nobody else, so they are not looked for.</summary>
    public static async Task Rewrite(this CustomersDbContext db, Customer customer, ImagedCustomer image, CancellationToken ct)
    {
        var details = await db.WithFields(image.Details(customer.Code), image.Fields, customer, ct);
        customer.Become(details, new Domain.Ownership(image.OwnerId, image.UnitId, image.TerritoryId), image.OwnershipReason, image.BlockReason, db.Time.GetUtcNow());
    }

    /// <summary>All that lead to a customer in the end.</summary>
    public static Task<List<Customer>> LedTo(this CustomersDbContext db, CustomerId survivor, CancellationToken ct) =>
        db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]).AsSplitQuery()
            .Where(c => c.SurvivorId == survivor).ToListAsync(ct);

    /// <summary>Makes a survivor found by the names and codes of those that lead to it.</summary>
    public static async Task KeepFormerNames(this CustomersDbContext db, Customer survivor, IEnumerable<Customer> joining, CancellationToken ct)
    {
        var led = await db.LedTo(survivor.Id, ct);
        var all = led.Concat(joining).Where(c => c.SurvivorId == survivor.Id).DistinctBy(c => c.Id).OrderBy(c => c.Id.Value).ToList();
        var followers = new List<Customer>();
        foreach (var joined in joining) followers.AddRange((await db.LedTo(joined.Id, ct)).Where(f => f.SurvivorId == survivor.Id));
        survivor.KnowAs(all.Concat(followers).DistinctBy(c => c.Id).SelectMany(c => new[] { c.Name, c.Code }).Distinct());
    }
}
