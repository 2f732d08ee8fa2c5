using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.Host.Startup;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, and if not, what is in the way.</summary>
internal static class HealthEndpoints
{
    public const string Live = "/health/live";

    private const string RetryAfterSeconds = "5";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowEverybody();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription().AllowEverybody();
    }

    // Names and states only: whoever may ask without credentials learns nothing about data.
    private static async Task Ready(HttpContext http, Readiness readiness)
    {
        var report = await readiness.Report(http.RequestAborted);
        http.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        if (report.Status == HealthStatus.Unhealthy) http.Response.Headers.RetryAfter = RetryAfterSeconds;
        var checks = report.Entries.ToDictionary(e => e.Key, e => new { status = Word(e.Value.Status), description = e.Value.Description });
        await JsonSerializer.SerializeAsync(http.Response.Body, new { status = Word(report.Status), checks }, CrmJson.Options, http.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
