using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Customers.Api.Analysis;

/// <summary>Counts and values of groups of customers.</summary>
internal static class AnalysisEndpoints
{
    private const int MostDimensions = 2;

    private static readonly Phrase OneOrTwo = new("One or two of these are expected, separated by a comma: {0}.", "应为下列之一或两项，以逗号分隔：{0}。");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/analysis", Read).WithTags("Analysis")
        .WithSummary("How many customers there are and what they bought, by one or two dimensions").Requires(AnalysisPermissions.Read);

    /// <summary>Its <c>filter</c> holds filters of the list of customers as one text, such as <c>filter[lifecycle]=active</c>, encoded.</summary>
    private static async Task<Ok<AnalysisView>> Read(
        string by, string? filter, Guid? segmentId, DateOnly? asOf, CustomersDbContext db, CustomerAnalysis analysis, ISettings settings, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var day = await days.Asked(asOf, "asOf", ct);
        var dimensions = Named(by, [.. Dimensions.All(db, day).Where(d => !MaskedText.IsHidden(caller.Caller, d.Field))]);
        var fewest = caller.Caller.ScopeOf(AnalysisPermissions.SeeFew.Name) == RowScope.None ? await settings.Number(AnalysisSettings.FewestShown, ct) : 0;
        return TypedResults.Ok(AnalysisView.Of(await analysis.Read(dimensions, filter?.Trim() ?? "", segmentId, day, fewest, ct), dimensions, fewest, caller.Language));
    }

    private static List<Dimension> Named(string by, IReadOnlyList<Dimension> known)
    {
        var named = by.Split(',').Select(key => known.FirstOrDefault(d => d.Key == key)).ToList();
        if (named.Count > MostDimensions || named.Contains(null) || named.Distinct().Count() != named.Count)
            throw new InvalidInput("by", OneOrTwo, string.Join(", ", known.Select(d => d.Key)));
        return [.. named.OfType<Dimension>()];
    }
}
