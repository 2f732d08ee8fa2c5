using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Duplicates;

public sealed class MergeAuditTests
{
    [Fact]
    public async Task The_history_of_a_survivor_says_what_a_merge_changed_without_values_that_the_erasure_of_the_other_would_not_reach()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var anna = (await customers.Register(new CustomerInput { Name = "Anna Berg", Kind = CustomerKind.Person })).Id;
        var berta = (await customers.Register(new CustomerInput { Name = "Berta Tal", Kind = CustomerKind.Person, Industry = "tea", Notes = "likes to haggle", Tags = ["sister of Carl"] })).Id;

        await customers.Merge(anna, berta);
        await customers.Unmerge(berta);

        var entries = await customers.Read<CustomersDbContext, List<string>>(db =>
            db.Audit.Where(a => a.RecordId == anna && a.Version > 1).OrderBy(a => a.Position).Select(a => a.Changes!).ToListAsync());
        entries.Count.ShouldBe(2);
        foreach (var entry in entries)
        {
            entry.ShouldContain("\"notes\":[null,null]");
            entry.ShouldContain("\"tea\"");
            entry.ShouldNotContain("person:");
        }

        await customers.Put(anna, new CustomerInput { Code = "A", Name = "Anna Berg", Kind = CustomerKind.Person, Notes = "her own" });
        (await customers.Read<CustomersDbContext, string>(db => db.Audit.Where(a => a.RecordId == anna).OrderByDescending(a => a.Position).Select(a => a.Changes!).FirstAsync()))
            .ShouldContain("\"notes\":[null,\"person:");
    }
}
