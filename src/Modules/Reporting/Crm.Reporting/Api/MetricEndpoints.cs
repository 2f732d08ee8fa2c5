using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Reporting.Api;

internal static class MetricEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", Read).WithTags("Reports").WithSummary("What every figure of the reports means").Requires(ReportingPermissions.ReadReports);

    private static Ok<MetricDictionaryView> Read(CallerContext caller) => TypedResults.Ok(new MetricDictionaryView(
        [.. MetricDictionary.Measures.Select(m => MetricView.Of(m, caller.Language))],
        [.. MetricDictionary.Dimensions.Select(d => new DimensionView(d.Key, d.Name.In(caller.Language), d.Meaning.In(caller.Language)))]));
}

/// <summary>The metric dictionary in the caller's language.</summary>
internal sealed record MetricDictionaryView(IReadOnlyList<MetricView> Measures, IReadOnlyList<DimensionView> Dimensions);

/// <param name="Key">The field's name in reports.</param>
/// <param name="Name">Above its column.</param>
/// <param name="Meaning">Over what exactly.</param>
/// <param name="Formula">In terms of facts.</param>
/// <param name="Unit">Of its value.</param>
/// <param name="Additivity">How figures of parts make the figure of the whole.</param>
/// <param name="IsExact">Whether the figure is exact.</param>
/// <param name="Error">Largest relative error; 0 for exact.</param>
internal sealed record MetricView(
    string Key, string Name, string Meaning, string Formula, MetricUnit Unit, Additivity Additivity, bool IsExact, decimal Error)
{
    public static MetricView Of(Metric metric, Language language) => new(
        metric.Key, metric.Name.In(language), metric.Meaning.In(language), metric.Formula, metric.Unit, metric.Additivity, metric.Error == 0, metric.Error);
}

internal sealed record DimensionView(string Key, string Name, string Meaning);
