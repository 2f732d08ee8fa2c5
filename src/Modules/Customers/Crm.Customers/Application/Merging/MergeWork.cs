using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Merging;

/// <summary>What merging and its rehearsal have in common.</summary>
internal sealed class MergeWork(CustomersDbContext db, MergePlan plan)
{
    /// <exception cref="RuleBroken">They cannot be merged.</exception>
    public async Task Require(Customer survivor, IReadOnlyList<Customer> others, CancellationToken ct)
    {
        survivor.RefuseIfGone();
        foreach (var other in others)
        {
            other.RefuseIfGone();
            if (other.Kind != survivor.Kind) throw MergingRules.KindsDiffer.Broken();
        }

        plan.Require(await db.ImageOf(survivor, ct), [survivor.Key, .. others.Select(o => o.Key)]);
    }

    /// <summary>Gives the survivor what the other one knows.</summary>
    public async Task Unite(Customer survivor, Customer other, CancellationToken ct)
    {
        var united = plan.United(await db.ImageOf(survivor, ct), survivor.Country, await db.ImageOf(other, ct), other.Key, other.Country);
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
        await db.RewriteCredit(customer.Id, image.CreditTerms, ct);
    }

    public static async Task<JsonObject> ImageOf(this CustomersDbContext db, Customer customer, CancellationToken ct) =>
        CustomerImage.Of(customer, await db.TrackedTermsOf(customer.Id, ct));

    // Never removed: who keeps a copy goes by the number of the change, which would begin anew.
    private static async Task RewriteCredit(this CustomersDbContext db, CustomerId customer, ImagedCredit image, CancellationToken ct)
    {
        var terms = await db.TrackedTermsOf(customer, ct);
        if (ImagedCredit.Of(terms) == image) return;
        var facts = new CreditFacts(image.Limit, image.Currency ?? terms!.Currency, image.PaymentDays, image.IsBlocked);
        if (terms is null) db.CreditTerms.Add(CreditTerms.Grant(customer, facts));
        else terms.Change(facts);
    }

    // Also those that came to the survivor with another one of the same merge, and are not stored yet.
    private static async Task<CreditTerms?> TrackedTermsOf(this CustomersDbContext db, CustomerId customer, CancellationToken ct) =>
        db.CreditTerms.Local.FirstOrDefault(t => t.CustomerId == customer) ?? await db.CreditTerms.SingleOrDefaultAsync(t => t.CustomerId == customer, ct);

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
