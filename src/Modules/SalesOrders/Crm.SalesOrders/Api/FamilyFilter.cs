using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Api;

/// <summary>Lists by customer find what all of a family bought, by the id of any of them.</summary>
internal static class FamilyFilter
{
    /// <param name="request">Perhaps with <c>filter[field]=id</c>.</param>
    /// <param name="db">Knows the families.</param>
    /// <param name="field">That holds the customer.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ListRequest> OverFamilies(this ListRequest request, SalesOrdersDbContext db, string field, CancellationToken ct)
    {
        foreach (var parameter in new[] { $"filter[{field}]", $"filter[{field}][eq]" })
        {
            if (request.Query[parameter] is not [{ } text] || !Guid.TryParse(text, out var customer)) continue;
            var family = await db.Family(customer, ct);
            if (family.Count > 1) return request.Instead(parameter, $"filter[{field}][in]", string.Join(',', family));
        }

        return request;
    }
}
