using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Describes the types that are read by strict converters of ours: the framework cannot look into those and would leave the type out.</summary>
public sealed class ConvertedTypesTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var mayBeNull = type != declared || (!type.IsValueType && context.JsonPropertyInfo?.IsGetNullable == true);
        JsonSchemaType? written = type == typeof(string) || type == typeof(DateTimeOffset) || type.IsEnum ? JsonSchemaType.String
            : type == typeof(double) ? JsonSchemaType.Number
            : null;
        if (written is { } known) schema.Type = mayBeNull ? known | JsonSchemaType.Null : known;
        if (type.IsEnum) schema.Enum = [.. Enums.Names(type).Select(name => (JsonNode)JsonValue.Create(name))];
        return Task.CompletedTask;
    }
}
