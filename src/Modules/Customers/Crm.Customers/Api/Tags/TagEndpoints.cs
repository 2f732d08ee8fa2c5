using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Customers.Application;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Customers.Api.Tags;

internal static class TagEndpoints
{
    private static readonly ListSpec<TagInUse, TagRow> List = new ListSpec<TagInUse, TagRow>("tags")
        .Field("tag", t => t.Folded)
        .Field("customers", t => t.Customers)
        .SearchIn("tag")
        .DefaultSort("tag")
        .Key(t => t.Folded)
        .Select(t => new TagRow(t.Text, t.Customers));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/tags", Search).WithTags("Customers").WithList(List)
        .WithSummary("Tags in use, with the number of customers that the caller sees").Requires(CustomersPermissions.Read);

    private static Task<PageOf<TagRow>> Search(ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        // A cursor holds the tag that it goes on behind: whoever is shown none is told of none.
        var customers = MaskedText.IsHidden(caller.Caller, $"{CustomerInput.Resource}.tags") ? db.Customers.Where(_ => false) : db.Customers;
        var tags = from customer in customers
                   join tag in db.Tags on customer.Id equals tag.CustomerId
                   group tag by tag.Folded into alike
                   select new TagInUse { Folded = alike.Key, Text = alike.Min(t => t.Text)!, Customers = alike.Count() };
        return List.Page(tags, request, ct);
    }
}

/// <summary>A tag with those who have it, counted.</summary>
internal sealed class TagInUse
{
    public required string Folded { get; init; }

    public required string Text { get; init; }

    public required int Customers { get; init; }
}

/// <param name="Tag">As it is written on one of them; case, accents and width make no difference.</param>
/// <param name="Customers">That have it, of those the caller sees.</param>
internal sealed record TagRow([property: MaskedAs("customers.tags")] string Tag, int Customers);
