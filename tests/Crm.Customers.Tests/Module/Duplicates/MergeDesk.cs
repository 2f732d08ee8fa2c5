using System.Text.Json.Nodes;
using Crm.Customers.Application;
using Crm.Customers.Application.Merging;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Tests.Module.Duplicates;

internal static class MergeDesk
{
    public static async Task<MergeReply> Merge(this ModuleHarness customers, Guid survivor, params Guid[] others) => await customers.Merge(survivor, null, others);

    public static async Task<MergeReply> Merge(this ModuleHarness customers, Guid survivor, IReadOnlyDictionary<string, Guid>? fields, params Guid[] others)
    {
        var seen = new List<MergedCustomer>();
        foreach (var other in others) seen.Add(new MergedCustomer(other, (await customers.Stored(other)).Version));
        return await customers.Send(new MergeCustomers(seen, fields) { SurvivorId = survivor }, ifMatch: (await customers.Stored(survivor)).Version);
    }

    public static Task<UnmergeReply> Unmerge(this ModuleHarness customers, Guid id) => customers.Send(new UnmergeCustomer(id));

    /// <summary>A customer as it is stored, a merged one too.</summary>
    public static Task<Customer> Stored(this ModuleHarness customers, Guid id) => customers.Read<CustomersDbContext, Customer>(
        db => db.Customers.IgnoreQueryFilters().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == new CustomerId(id)));

    /// <summary>All that is known of a customer, to the byte.</summary>
    public static async Task<string> Image(this ModuleHarness customers, Guid id)
    {
        var stored = await customers.Stored(id);
        var tokens = await customers.Read<CustomersDbContext, List<long>>(
            db => db.SearchTokens.Where(t => t.CustomerId == new CustomerId(id)).Select(t => t.Hash).OrderBy(h => h).ToListAsync());
        return $"{CustomerImage.Written(await customers.ImageOf(id))} {stored.OwnershipReason} {stored.BlockReason} {stored.MergedIntoId} {stored.SurvivorId} {stored.SearchText} {stored.FormerNames} {string.Join(',', tokens)}";
    }

    public static async Task<JsonObject> ImageOf(this ModuleHarness customers, Guid id)
    {
        var stored = await customers.Stored(id);
        return CustomerImage.Of(stored, await customers.Read<CustomersDbContext, CreditTerms?>(db => db.CreditTerms.AsNoTracking().SingleOrDefaultAsync(t => t.CustomerId == stored.Id)));
    }

    public static Task<List<Guid>> Family(this ModuleHarness customers, Guid id) =>
        customers.Read<CustomersDbContext, List<Guid>>(async db => [.. (await db.FamilyOf(id, default)).Select(c => c.Value).Order()]);

    public static Task<List<Guid>> Listed(this ModuleHarness customers) =>
        customers.Read<CustomersDbContext, List<Guid>>(async db => [.. (await db.Customers.Select(c => c.Id).ToListAsync()).Select(c => c.Value)]);

    public static Task Put(this ModuleHarness customers, Guid id, CustomerInput input) => customers.Send(new ChangeCustomer(id, input));
}
