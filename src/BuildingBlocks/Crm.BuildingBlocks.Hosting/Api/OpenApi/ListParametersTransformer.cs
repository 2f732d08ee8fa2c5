using System.Globalization;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Documents what binds itself and is therefore invisible to the framework: the query parameters of lists, records and batches.</summary>
public sealed class ListParametersTransformer : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ListMetadata>().LastOrDefault() is { } list) Describe(operation, await Present(list, context.ApplicationServices, cancellationToken));
        if (metadata.OfType<OneMetadata>().Any()) Add(operation, "fields", Fields, Text());
        if (metadata.OfType<BatchMetadata>().Any()) Add(operation, "onError", WhenRefused, Choice(typeof(OnError)), "abort");
    }

    // With the fields that are data.
    private static async Task<ListMetadata> Present(ListMetadata list, IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IDescribesData>().FirstOrDefault(d => d.Row == list.Row);
        return data is null ? list : (await data.Describe(ct)).List;
    }

    private const string Fields = "Comma-separated names of the properties to return, e.g. `id,number,size.weight`. All when left out.";

    private const string WhenRefused = "What happens when an item is refused: all is undone, or the others are done.";

    private static void Describe(OpenApiOperation operation, ListMetadata list)
    {
        var filterable = string.Join(", ", list.Fields.Select(f => $"`{f.Name}`"));
        foreach (var field in list.Fields) Add(operation, $"filter[{field.Name}]", Filter(field), SchemaOf(field));
        var sortable = string.Join(", ", list.Fields.Where(f => f.Sortable).Select(f => $"`{f.Name}`"));
        var sort = $"Comma-separated fields, with `-` before those in descending order; rows without a value come last. Fields: {sortable}.";
        Add(operation, "sort", sort, Text(), list.DefaultSort);
        var limit = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = ListQuery.MaxLimit.ToString(CultureInfo.InvariantCulture) };
        Add(operation, "limit", "Rows per page.", limit, ListQuery.DefaultLimit);
        Add(operation, "cursor", "`nextCursor` of the page before, with the same sort, filters and search.", Text());
        Add(operation, "fields", Fields, Text());
        var expandable = string.Join(", ", list.Expansions.Select(e => $"`{e}`"));
        if (expandable.Length > 0) Add(operation, "expand", $"Related resources to return with each row, at most two levels deep. Known: {expandable}.", Text());
        Add(operation, "total", "`exact` counts the rows of all pages.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["exact"] });
        if (list.Searchable) Add(operation, "q", "Words to search for.", Text());
        operation.Description = string.Join("\n\n", new[]
        {
            operation.Description,
            $"Filter with `filter[field]=value` or `filter[field][operator]=value`. Fields: {filterable}.",
        }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Filter(ListFieldMetadata field)
    {
        var operators = string.Join(", ", field.Operators.Select(o => $"`{o}`"));
        var days = field.Kind == ValueKind.Instant ? " A date alone means the whole day in the caller's time zone." : "";
        return $"`filter[{field.Name}][operator]=value` with one of {operators}; without one, equal. Lists and ranges are separated by commas.{days}";
    }

    private static OpenApiSchema SchemaOf(ListFieldMetadata field) => field.Kind switch
    {
        ValueKind.Number => new OpenApiSchema { Type = field.Type == typeof(decimal) ? JsonSchemaType.Number : JsonSchemaType.Integer },
        ValueKind.Truth => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ValueKind.Id => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        ValueKind.Choice => Choice(field.Type),
        // Dates also take periods such as thisMonth, so no format.
        _ => Text(),
    };

    private static OpenApiSchema Choice(Type type) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. Enums.Names(type).Select(name => (JsonNode)JsonValue.Create(name))],
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static void Add(OpenApiOperation operation, string name, string description, OpenApiSchema schema, JsonNode? preset = null)
    {
        schema.Default = preset;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema });
    }
}
