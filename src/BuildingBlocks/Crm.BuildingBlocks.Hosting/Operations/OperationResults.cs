using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>The answer of an endpoint whose command started long work.</summary>
public static class Operations
{
    /// <summary>202 with the operation, its address in <c>Location</c>. Call it after the command has committed.</summary>
    public static AcceptedOperation Accepted(OperationId id) => new(id);
}

/// <inheritdoc cref="Operations.Accepted"/>
public sealed class AcceptedOperation(OperationId id) : IResult, IEndpointMetadataProvider
{
    public OperationId Id { get; } = id;

    public static void PopulateMetadata(System.Reflection.MethodInfo method, Microsoft.AspNetCore.Builder.EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(OperationView), ["application/json"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.RequestServices.GetRequiredService<OperationSignals>().Of(Id.Module).Set();
        var view = await httpContext.RequestServices.GetRequiredService<OperationReader>().View(Id.ToString(), httpContext.RequestAborted);
        await TypedResults.Accepted(Id.Link, view).ExecuteAsync(httpContext);
    }
}
