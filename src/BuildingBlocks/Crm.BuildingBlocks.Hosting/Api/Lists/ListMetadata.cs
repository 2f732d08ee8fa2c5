using Microsoft.AspNetCore.Builder;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>What the API description tells about a list.</summary>
public sealed record ListMetadata(IReadOnlyList<ListFieldMetadata> Fields, string DefaultSort, IReadOnlyList<string> Expansions, bool Searchable);

public sealed record ListFieldMetadata(string Name, ValueKind Kind, Type Type, bool IsNullable, bool Sortable, IReadOnlyList<string> Operators);

public static class ListEndpoints
{
    /// <summary>Documents the list's parameters, and checks the list itself when the route is mapped.</summary>
    public static TBuilder WithList<TBuilder, TEntity, TRow>(this TBuilder endpoint, ListSpec<TEntity, TRow> spec)
        where TBuilder : IEndpointConventionBuilder
        where TEntity : class
        where TRow : class => endpoint.WithMetadata(spec.Describe());
}
