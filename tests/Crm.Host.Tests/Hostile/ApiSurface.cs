using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Host.Tests.App;

namespace Crm.Host.Tests.Hostile;

/// <summary>One operation of the running host, as its own description tells it.</summary>
/// <param name="Body">A body that fits the schema; null when none is taken.</param>
internal sealed record ApiOperation(
    HttpMethod Method, string Template, IReadOnlyList<ApiParameter> Path, IReadOnlyList<ApiParameter> Query, JsonNode? Body, string? ContentType)
{
    public string Name => $"{Method} {Template}";

    /// <summary>The address with harmless values in it; ids are those of nothing.</summary>
    public string Address(string? parameter = null, string? value = null)
    {
        var address = Path.Aggregate(Template, (path, p) => path.Replace($"{{{p.Name}}}", p.Name == parameter ? value : p.Sample, StringComparison.Ordinal));
        var query = Query.Where(q => q.Required || q.Name == parameter)
            .Select(q => $"{Uri.EscapeDataString(q.Name)}={(q.Name == parameter ? value : q.Sample)}");
        return string.Join('?', new[] { address, string.Join('&', query) }.Where(part => part.Length > 0));
    }
}

/// <param name="Sample">A value that fits, already escaped.</param>
internal sealed record ApiParameter(string Name, bool Required, string Sample);

/// <summary>Everything the host serves, read from its OpenAPI documents.</summary>
internal sealed class ApiSurface(JsonElement document)
{
    private const int DeepestSample = 5;

    public static async Task<IReadOnlyList<ApiOperation>> Of(HttpClient client)
    {
        var operations = new List<ApiOperation>();
        foreach (var name in new[] { "v1", "admin-v1" })
            operations.AddRange(new ApiSurface(await (await client.GetAsync($"/openapi/{name}.json")).Json()).Operations());
        return [.. operations.OrderBy(o => o.Name, StringComparer.Ordinal)];
    }

    private IEnumerable<ApiOperation> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("responses", out _)
        select Operation(path.Name, operation.Name, operation.Value);

    private ApiOperation Operation(string path, string method, JsonElement operation)
    {
        var parameters = operation.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().ToList() : [];
        JsonNode? body = null;
        string? contentType = null;
        if (operation.TryGetProperty("requestBody", out var request))
        {
            var content = request.GetProperty("content").EnumerateObject().First();
            contentType = content.Name;
            body = content.Value.TryGetProperty("schema", out var schema) ? Sample(schema, 0) : null;
        }

        return new ApiOperation(new HttpMethod(method.ToUpperInvariant()), path, In("path"), In("query"), body, contentType);

        List<ApiParameter> In(string place) => [.. parameters.Where(p => p.Text("in") == place).Select(p => new ApiParameter(
            p.Text("name")!,
            p.TryGetProperty("required", out var required) && required.GetBoolean(),
            Uri.EscapeDataString(Sample(p.GetProperty("schema"), 0)?.ToString() ?? "x")))];
    }

    private JsonNode? Sample(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return depth > DeepestSample ? null : Sample(Resolve(reference.GetString()!), depth + 1);
        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out var choices)) return Sample(choices.EnumerateArray().First(c => TypeOf(c) != "null"), depth);
        }

        if (schema.TryGetProperty("enum", out var members)) return JsonNode.Parse(members[0].GetRawText());
        return TypeOf(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => depth > DeepestSample ? new JsonArray() : schema.TryGetProperty("items", out var items) ? new JsonArray(Sample(items, depth + 1)) : new JsonArray("x"),
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(false),
            "string" => JsonValue.Create(Text(schema)),
            _ => null,
        };
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var sample = new JsonObject();
        if (depth > DeepestSample || !schema.TryGetProperty("properties", out var properties)) return sample;
        foreach (var property in properties.EnumerateObject()) sample[property.Name] = Sample(property.Value, depth + 1);
        return sample;
    }

    private static string Text(JsonElement schema) => (schema.TryGetProperty("format", out var format) ? format.GetString() : "") switch
    {
        "uuid" => "0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c",
        "date" => "2026-01-31",
        "date-time" => "2026-01-31T08:30:00Z",
        _ => "x",
    };

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("properties", out _) ? "object" : null;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t != "null") : type.GetString();
    }

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1)
        .Aggregate(document, (at, name) => at.GetProperty(Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
}
