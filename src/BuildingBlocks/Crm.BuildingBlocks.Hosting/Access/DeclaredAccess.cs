using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>Deny by default: an endpoint that does not say who may use it stops the start, so that none is open by oversight.</summary>
public static class DeclaredAccess
{
    /// <summary>Call after the server has started: the endpoints that requests are routed to are the ones looked at, so each is built once.</summary>
    public static void CheckDeclaredAccess(this IServiceProvider services)
    {
        var declared = services.GetRequiredService<ModuleCatalog>().Descriptions
            .SelectMany(m => m.Permissions).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        if (endpoints.Count == 0) throw new InvalidOperationException("There are no endpoints before the server has started.");
        Check(endpoints, declared);
    }

    private static void Check(IEnumerable<Endpoint> endpoints, HashSet<string> declared)
    {
        var silent = new List<string>();
        var unknown = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var access = endpoint.Metadata.GetMetadata<EndpointAccess>();
            if (access is null) silent.Add(NameOf(endpoint));
            else if (access.Permission is { } permission && !declared.Contains(permission)) unknown.Add($"{NameOf(endpoint)} ({permission})");
        }

        if (silent.Count > 0)
            throw new StartupFailure($"These endpoints do not say who may use them, by Requires(...) or AllowEverybody(): {string.Join(", ", silent)}.");
        if (unknown.Count > 0)
            throw new StartupFailure($"These endpoints require a permission that no module declares: {string.Join(", ", unknown)}.");
    }

    private static string NameOf(Endpoint endpoint) => endpoint is RouteEndpoint route
        ? $"{string.Join('|', route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])} {route.RoutePattern.RawText}"
        : endpoint.DisplayName ?? "an endpoint without a name";
}
