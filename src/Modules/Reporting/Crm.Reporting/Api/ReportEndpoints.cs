using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Reporting.Api;

internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/sales", Sales).WithTags("Reports")
            .WithSummary("Sales by month, customer, product, category, country, channel or salesperson")
            .Produces<SalesReport>(StatusCodes.Status200OK, ReportFormats.Json, ReportFormats.Csv, ReportFormats.Xlsx, ReportFormats.Html)
            .Requires(ReportingPermissions.ReadReports);

    private static async Task<IResult> Sales(
        [AsParameters] SalesRequest request, HttpRequest http, CallerContext caller, SalesReportReader reader, ISettings settings, TimeProvider time,
        CancellationToken ct)
    {
        SalesRequest.RequireKnown(http.Query);
        var format = ReportFormats.Of(request.Format, http);
        var query = new SalesParameters(caller.Caller.TimeZone, time.GetUtcNow()).Parse(
            request.From, request.To, request.Period, request.TimeZone, request.By, request.Net, request.Top, request.Currency);
        var report = await reader.Read(query, ct);
        return await ReportFormats.Answer(report, format, caller, settings, time.GetUtcNow(), ct);
    }
}
