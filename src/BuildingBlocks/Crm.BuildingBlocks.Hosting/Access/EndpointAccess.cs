using Microsoft.AspNetCore.Builder;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>Endpoint metadata: what a caller needs to use it. The metadata closest to the endpoint wins over that of its group.</summary>
/// <param name="Permission">Null lets everybody in, without asking who it is.</param>
public sealed record EndpointAccess(string? Permission)
{
    public static readonly EndpointAccess Everybody = new((string?)null);

    /// <summary>Any caller who is known; the endpoint itself shows each only what is their own.</summary>
    public static readonly EndpointAccess EveryCaller = new((string?)null) { IsForKnownCallers = true };

    public bool IsForKnownCallers { get; private init; }
}

public static class EndpointAccessConventions
{
    /// <summary>Only callers with this permission may use the endpoint, and they reach the rows their roles give it.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.Requires(permission.Name);

    /// <inheritdoc cref="Requires{TBuilder}(TBuilder, Permission)"/>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new EndpointAccess(permission));

    /// <summary>For what must answer without credentials, such as health and the API description. Reaches no rows.</summary>
    public static TBuilder AllowEverybody<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(EndpointAccess.Everybody);

    /// <inheritdoc cref="EndpointAccess.EveryCaller"/>
    public static TBuilder AllowEveryCaller<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(EndpointAccess.EveryCaller);
}
