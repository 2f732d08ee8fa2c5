using Crm.BuildingBlocks.Hosting.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace Crm.Host.Startup;

/// <summary>Answers that the framework leaves empty, such as an address nobody serves, become problems too.</summary>
internal static class EmptyAnswers
{
    public static Task AsProblem(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var mapper = http.RequestServices.GetRequiredService<ProblemMapper>();
        var type = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ProblemType.NoSuchAddress,
            StatusCodes.Status405MethodNotAllowed => ProblemType.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => ProblemType.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => ProblemType.UnsupportedMediaType,
            _ => null,
        };
        return type is null ? Task.CompletedTask : RefusalHandler.Write(http, mapper.New(type, "application/json"), http.RequestAborted);
    }
}
