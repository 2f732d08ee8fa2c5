using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Describes enums, which are read by a converter of ours that the framework cannot look into, as their names.</summary>
public sealed class EnumSchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (!type.IsEnum) return Task.CompletedTask;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enums.Names(type).Select(name => (JsonNode)JsonValue.Create(name))];
        return Task.CompletedTask;
    }
}
