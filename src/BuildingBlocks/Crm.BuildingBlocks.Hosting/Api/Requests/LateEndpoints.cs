using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm;

/// <summary>
/// Maps endpoints of which each is compiled by the first request to it: a host has more than a thousand, which all would be compiled at
/// every start. What is wrong with the parameters of a handler is found at the start all the same.
/// </summary>
/// <remarks>
/// It lies in the namespace that holds all of ours, because extension methods there go before those that a using brings in: whoever
/// writes <c>MapGet</c> in this system maps like this.
/// </remarks>
public static class LateEndpoints
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, HttpMethods.Patch, pattern, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, HttpMethods.Delete, pattern, handler);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string method, string pattern, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, CompileLater);

    private static RequestDelegateResult CompileLater(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? known)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, known).RequestDelegate);
        return new RequestDelegateResult(http => compiled.Value(http), known?.EndpointMetadata ?? []);
    }
}
