using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Api;
using Crm.Customers.Application;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Tests.Module;

/// <summary>The customers module as its callers use it.</summary>
internal static class CustomerDesk
{
    public static Task<ModuleHarness> Open(DatabaseProvider provider) => ModuleHarness.Start(provider, new CustomersModule());

    public static CustomerInput Acme(string name = "Acme") => new() { Name = name, Code = "ACME" };

    public static Task<CustomerReply> Register(this ModuleHarness customers, CustomerInput input, Caller? caller = null) =>
        customers.Send(RegisterCustomer.From(input), caller);

    public static CustomerInput Reachable(string name, ContactPointKind kind, string value) =>
        new() { Name = name, ContactPoints = [new ContactPointInput(kind, value)] };

    /// <summary>Names of the customers that a search finds, in order.</summary>
    public static Task<List<string>> Search(this ModuleHarness customers, string words, Caller? caller = null) =>
        customers.Read<CustomersDbContext, List<string>>(
            db => db.Matching(db.Customers, words).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(), caller);

    /// <summary>Names of the customers that a query finds, in its order, page by page.</summary>
    public static async Task<string> List(this ModuleHarness customers, string query, Caller? caller = null)
    {
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            await using var scope = customers.Scope(caller);
            var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
            var asked = new QueryCollection(QueryHelpers.ParseQuery(cursor.Length == 0 ? query : $"{query}&cursor={cursor}"));
            var request = new ListRequest(asked, caller ?? Caller.Nobody, customers.Time, scope.ServiceProvider);
            var page = (await (await CustomerList.For(request, db, CancellationToken.None)).Page(db.Customers, request, CancellationToken.None)).Content;
            names.AddRange(page.Items.Select(c => c.Name));
            cursor = page.NextCursor;
        }

        return string.Join(',', names);
    }

    public static Task<CustomerView?> Find(this ModuleHarness customers, Guid id, Caller? caller = null) =>
        customers.Read<CustomersDbContext, CustomerView?>(
            async db => await db.Customers.AsSplitQuery().SingleOrDefaultAsync(c => c.Id == new CustomerId(id)) is { } found ? CustomerView.Of(found) : null, caller);

    public static Caller Person(Guid id, Guid unit, RowScope scope, params Guid[] below) => new(id, CallerKind.Person, "somebody")
    {
        UnitId = unit,
        UnitsBelow = [unit, .. below],
        Permissions = new Dictionary<string, RowScope> { [CustomersPermissions.Write.Name] = scope, [CustomersPermissions.Read.Name] = scope },
    };
}
