using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Problems;

namespace Crm.Host.Startup;

/// <summary>Answers 503 as long as the host prepares its database, and lets nothing through but the question whether it lives.</summary>
internal sealed class WhileStarting(RequestDelegate next, StartGate gate)
{
    private const int RetryAfterSeconds = 5;

    public Task InvokeAsync(HttpContext http, CallerContext caller, ProblemMapper problems)
    {
        if (gate.IsOpen || http.Request.Path == HealthEndpoints.Live) return next(http);
        caller.Language = AccessMiddleware.AcceptedLanguage(http.Request);
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return RefusalHandler.Write(http, problems.New(ProblemType.Unavailable), http.RequestAborted);
    }
}
