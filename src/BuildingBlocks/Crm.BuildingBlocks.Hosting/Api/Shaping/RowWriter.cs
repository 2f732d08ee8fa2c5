using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>What was loaded for one name of <c>expand</c>: written beside the row's own properties.</summary>
/// <param name="Name">Property it appears under.</param>
/// <param name="KeyOf">From a row, the key of what belongs to it.</param>
/// <param name="Found">Key to value. A missing one is written as null: it does not exist, or the caller may not see it.</param>
/// <param name="Writer">Writes one value.</param>
internal sealed record LoadedExpansion(string Name, Func<object, Guid?> KeyOf, IReadOnlyDictionary<Guid, object> Found, RowWriter Writer);

/// <summary>Writes rows with fields chosen, masked or expanded; a row that needs none of it goes straight through the serializer.</summary>
internal sealed class RowWriter(ShapeNode shape, IReadOnlyList<LoadedExpansion> expansions)
{
    private const int ShownWhenShortened = 4;
    private const string Hidden = "•••";

    public static readonly RowWriter Plain = new(new ShapeNode(), []);

    public bool IsPlain => shape.ChangesNothing && expansions.Count == 0;

    public void Write(Utf8JsonWriter writer, object row)
    {
        if (IsPlain)
        {
            JsonSerializer.Serialize(writer, row, row.GetType(), CrmJson.Options);
            return;
        }

        writer.WriteStartObject();
        WriteProperties(writer, row, shape);
        foreach (var expansion in expansions)
        {
            writer.WritePropertyName(expansion.Name);
            if (expansion.KeyOf(row) is { } key && expansion.Found.TryGetValue(key, out var found)) expansion.Writer.Write(writer, found);
            else writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    /// <summary>The last characters, at most four and never more than half.</summary>
    internal static string Shortened(string text)
    {
        var shown = Math.Min(ShownWhenShortened, text.Length / 2);
        if (shown > 0 && char.IsLowSurrogate(text[^shown])) shown--;
        return Hidden + text[^shown..];
    }

    private static void WriteProperties(Utf8JsonWriter writer, object value, ShapeNode shape)
    {
        foreach (var property in CrmJson.Options.GetTypeInfo(value.GetType()).Properties)
        {
            if (property.Get is null || !shape.Writes(property.Name)) continue;
            var inner = property.Get(value);
            if (property.ShouldSerialize?.Invoke(value, inner) == false) continue;
            var child = shape.Child(property.Name);
            if (child?.Mask == FieldMask.Shorten) WriteShortened(writer, property.Name, inner);
            else
            {
                writer.WritePropertyName(property.Name);
                WriteValue(writer, inner, property.PropertyType, child);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, Type declared, ShapeNode? shape)
    {
        if (value is null) writer.WriteNullValue();
        else if (shape is null || shape.ChangesNothing) JsonSerializer.Serialize(writer, value, declared, CrmJson.Options);
        else if (CrmJson.Options.GetTypeInfo(declared).Kind == JsonTypeInfoKind.Dictionary) WriteEntries(writer, JsonSerializer.SerializeToNode(value, declared, CrmJson.Options)!.AsObject(), shape);
        else if (CrmJson.Options.GetTypeInfo(value.GetType()).Kind == JsonTypeInfoKind.Enumerable)
        {
            writer.WriteStartArray();
            foreach (var item in (IEnumerable)value) WriteValue(writer, item, item?.GetType() ?? typeof(object), shape);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            WriteProperties(writer, value, shape);
            writer.WriteEndObject();
        }
    }

    // Names that are data: what a field of the company's own says.
    private static void WriteEntries(Utf8JsonWriter writer, JsonObject entries, ShapeNode shape)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            if (!shape.Writes(name)) continue;
            if (shape.Child(name)?.Mask == FieldMask.Shorten) WriteShortened(writer, name, value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value);
            else
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, value, CrmJson.Options);
            }
        }

        writer.WriteEndObject();
    }

    // Only text has last characters; of anything else a part would still be the secret, so it is left out.
    private static void WriteShortened(Utf8JsonWriter writer, string name, object? value)
    {
        if (value is string text) writer.WriteString(name, Shortened(text));
        else if (value is null) writer.WriteNull(name);
    }
}
