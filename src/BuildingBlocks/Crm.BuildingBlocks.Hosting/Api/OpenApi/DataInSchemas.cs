using System.Globalization;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Puts into the schemas what modules keep as data: see <see cref="IDescribesData"/>.</summary>
public sealed class DataInSchemas : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        await using var scope = context.ApplicationServices.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<IDescribesData>())
        {
            var schemas = source.Types.Select(t => SchemaNames.Of(CrmJson.Options.GetTypeInfo(t)))
                .Select(name => document.Components?.Schemas?.TryGetValue(name!, out var schema) == true ? schema as OpenApiSchema : null)
                .Select(schema => schema?.Properties?.TryGetValue(source.Member, out var member) == true ? member as OpenApiSchema : null)
                .OfType<OpenApiSchema>().Distinct().ToList();
            if (schemas.Count == 0) continue;
            var described = await source.Describe(cancellationToken);
            foreach (var member in schemas) Fill(member, described);
        }
    }

    private static void Fill(OpenApiSchema member, DescribedData data)
    {
        member.Properties = data.Members.ToDictionary(m => m.Name, m => (IOpenApiSchema)SchemaOf(m));
        member.AdditionalPropertiesAllowed = false;
        member.AdditionalProperties = null;
    }

    private static OpenApiSchema SchemaOf(DescribedMember member)
    {
        var one = new OpenApiSchema
        {
            Type = member.Kind switch
            {
                ValueKind.Number => JsonSchemaType.Number,
                ValueKind.Truth => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = member.Kind == ValueKind.Date ? "date" : null,
            Enum = member.Options.Count == 0 ? null : [.. member.Options.Select(o => (JsonNode)JsonValue.Create(o))],
            Minimum = member.Min?.ToString(CultureInfo.InvariantCulture),
            Maximum = member.Max?.ToString(CultureInfo.InvariantCulture),
            MaxLength = member.MaxLength,
            Pattern = member.Pattern,
        };
        var schema = member.IsMany ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
        schema.Description = member.Text;
        schema.Deprecated = member.IsRetired;
        return schema;
    }
}
