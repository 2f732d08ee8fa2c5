using Microsoft.AspNetCore.Builder;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>What the API description tells about a list.</summary>
/// <param name="Entity">What is listed.</param>
/// <param name="Row">As what it is shown.</param>
public sealed record ListMetadata(Type Entity, Type Row, IReadOnlyList<ListFieldMetadata> Fields, string DefaultSort, IReadOnlyList<string> Expansions, bool Searchable);

/// <param name="Column">The property of the entity that it is; null where it is worked out or belongs to something else.</param>
public sealed record ListFieldMetadata(string Name, string? Column, ValueKind Kind, Type Type, bool IsNullable, bool Sortable, IReadOnlyList<string> Operators);

public static class ListEndpoints
{
    /// <summary>Documents the list's parameters, and checks the list itself when the route is mapped.</summary>
    public static TBuilder WithList<TBuilder, TEntity, TRow>(this TBuilder endpoint, ListSpec<TEntity, TRow> spec)
        where TBuilder : IEndpointConventionBuilder
        where TEntity : class
        where TRow : class => endpoint.WithMetadata(spec.Describe());
}
