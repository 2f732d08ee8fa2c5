using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>A JSON merge patch (RFC 7396): the body of a PATCH, to be applied to the record's present state.</summary>
public sealed class MergePatch : IEndpointParameterMetadataProvider
{
    public const string ContentType = "application/merge-patch+json";

    private readonly JsonObject _changes;

    private MergePatch(JsonObject changes) => _changes = changes;

    /// <exception cref="InvalidInput">It is no JSON object.</exception>
    public static MergePatch Parse(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? new MergePatch(JsonObject.Create(body)!)
        : throw new InvalidInput("", JsonPhrases.Object);

    public static async ValueTask<MergePatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var body = await JsonBody.Read(context, ContentType, "application/json");
        return Parse(body.RootElement.Clone());
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([ContentType, "application/json"], typeof(JsonObject)));

    /// <summary>The state with the changes made, read as strictly as any other body.</summary>
    /// <param name="current">Everything that may be changed, as the command that changes it.</param>
    /// <exception cref="InvalidInput">A member is unknown or its value does not fit; the pointer is that of the patch.</exception>
    public T Apply<T>(T current)
        where T : notnull
    {
        var state = JsonSerializer.SerializeToNode(current, CrmJson.Options)!.AsObject();
        Merge(state, CrmJson.Options.GetTypeInfo(typeof(T)));
        return JsonErrors.Read<T>(JsonSerializer.SerializeToElement(state));
    }

    internal void Merge(JsonObject state, JsonTypeInfo type) => Merge(state, _changes, type);

    private static void Merge(JsonObject state, JsonObject changes, JsonTypeInfo? type)
    {
        foreach (var (name, change) in changes)
        {
            if (change is null && type?.Kind == JsonTypeInfoKind.Dictionary) state.Remove(name);
            else if (change is JsonObject inner)
            {
                if (state[name] is not JsonObject before) state[name] = before = [];
                Merge(before, inner, TypeOf(type, name));
            }
            else
            {
                // A removed member of a record is null rather than absent: reading then says whether it may be, and where.
                state[name] = change?.DeepClone();
            }
        }
    }

    private static JsonTypeInfo? TypeOf(JsonTypeInfo? owner, string name)
    {
        var type = owner?.Kind == JsonTypeInfoKind.Dictionary ? owner.ElementType : owner?.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
        return type is null ? null : CrmJson.Options.GetTypeInfo(type);
    }
}
