using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Turns the serializer's exceptions into errors that name the place and say what would be right.</summary>
public static class JsonErrors
{
    /// <param name="exception">From reading with <see cref="CrmJson.Options"/>.</param>
    /// <param name="expected">The type that was to be read, if known: lets the error name what is known at its place.</param>
    /// <param name="prefix">Pointer of the part that was read within the whole body.</param>
    public static InputError From(JsonException exception, Type? expected = null, string prefix = "")
    {
        var segments = JsonPointer.Segments(exception.Path);
        var pointer = prefix + JsonPointer.Of(segments);
        if (exception is RefusedJson refused) return new InputError(pointer + JsonPointer.Of(refused.Below), refused.Reason, refused.Values);
        if (IsIllFormed(exception)) return new InputError(pointer, JsonPhrases.IllFormedText);
        return Kind(exception.Message) switch
        {
            Trouble.Unknown => Unknown(pointer, expected, segments),
            Trouble.Missing => Missing(exception, pointer),
            Trouble.Duplicate => Duplicate(exception, pointer),
            Trouble.Null => new InputError(pointer, JsonPhrases.NotNull),
            Trouble.TooDeep => new InputError(pointer, JsonPhrases.TooDeep, CrmJson.MaxDepth),
            Trouble.UnknownKind => UnknownKind(pointer, TypeAt(expected, segments)),
            Trouble.Unsuitable => Unsuitable(pointer, TypeAt(expected, segments)),
            _ => new InputError(pointer, JsonPhrases.Malformed),
        };
    }

    /// <summary>Reads strictly; what does not fit is thrown as <see cref="InvalidInput"/>.</summary>
    public static T Read<T>(JsonElement element, string prefix = "")
    {
        try
        {
            return element.Deserialize<T>(CrmJson.Options) ?? throw new InvalidInput(prefix, JsonPhrases.NotNull);
        }
        catch (JsonException e)
        {
            throw new InvalidInput(From(e, typeof(T), prefix));
        }
    }

    private enum Trouble
    {
        Malformed,
        Unknown,
        Missing,
        Duplicate,
        Null,
        TooDeep,
        UnknownKind,
        Unsuitable,
    }

    // The serializer tells its reasons apart by message only. The tests of this class fail should a new version word them differently.
    private static Trouble Kind(string message) =>
        message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? Trouble.Unknown
        : message.Contains("was missing required properties", StringComparison.Ordinal) ? Trouble.Missing
        : message.Contains("uplicate propert", StringComparison.Ordinal) ? Trouble.Duplicate
        : message.Contains("doesn't allow null values", StringComparison.Ordinal) || message.Contains("doesn't allow setting null values", StringComparison.Ordinal) ? Trouble.Null
        : message.Contains("maximum configured depth", StringComparison.Ordinal) ? Trouble.TooDeep
        : message.Contains("type discriminator", StringComparison.Ordinal) ? Trouble.UnknownKind
        : message.Contains("could not be converted to", StringComparison.Ordinal) ? Trouble.Unsuitable
        : Trouble.Malformed;

    private static bool IsIllFormed(JsonException exception) =>
        exception.InnerException is InvalidOperationException { Message: var inner } && inner.Contains("UTF-", StringComparison.Ordinal);

    private static InputError Unknown(string pointer, Type? expected, List<string> segments)
    {
        var parent = segments.Count == 0 ? null : TypeAt(expected, segments[..^1]);
        return parent is { Kind: JsonTypeInfoKind.Object }
            ? new InputError(pointer, JsonPhrases.Unknown, string.Join(", ", parent.Properties.Select(p => p.Name)))
            : new InputError(pointer, JsonPhrases.UnknownAlone);
    }

    private static InputError Duplicate(JsonException exception, string pointer) => exception.Message.Split('\'') is [_, var name, ..]
        ? new InputError(pointer, JsonPhrases.NamedDuplicate, name)
        : new InputError(pointer, JsonPhrases.Duplicate);

    private static InputError Missing(JsonException exception, string pointer)
    {
        var quoted = exception.Message.Split('\'');
        // ... type 'T' was missing required properties including: 'first', 'second'.
        return quoted.Length > 3
            ? new InputError($"{pointer}/{JsonPointer.Escape(quoted[3])}", JsonPhrases.Missing)
            : new InputError(pointer, JsonPhrases.MissingSome);
    }

    private static InputError UnknownKind(string pointer, JsonTypeInfo? at) => at?.PolymorphismOptions is { } kinds
        ? new InputError($"{pointer}/{kinds.TypeDiscriminatorPropertyName}", JsonPhrases.OneOf, NamedKinds.Names(kinds))
        : new InputError(pointer, JsonPhrases.Unsuitable);

    private static InputError Unsuitable(string pointer, JsonTypeInfo? at)
    {
        if (at is null) return new InputError(pointer, JsonPhrases.Unsuitable);
        var type = Nullable.GetUnderlyingType(at.Type) ?? at.Type;
        if (type.IsEnum) return new InputError(pointer, JsonPhrases.OneOf, string.Join(", ", Enums.Names(type)));
        return new InputError(pointer, at.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => JsonPhrases.Object,
            JsonTypeInfoKind.Enumerable => JsonPhrases.Array,
            _ => Expectation(type),
        });
    }

    private static Phrase Expectation(Type type) =>
        type == typeof(bool) ? JsonPhrases.Truth
        : type == typeof(int) || type == typeof(long) || type == typeof(short) ? JsonPhrases.WholeNumber
        : type == typeof(decimal) || type == typeof(double) ? JsonPhrases.Number
        : type == typeof(Guid) ? JsonPhrases.Uuid
        : type == typeof(DateOnly) ? JsonPhrases.Date
        : type == typeof(string) ? JsonPhrases.Text
        : JsonPhrases.Unsuitable;

    private static JsonTypeInfo? TypeAt(Type? root, List<string> segments)
    {
        var at = root is null ? null : CrmJson.Options.GetTypeInfo(root);
        foreach (var segment in segments)
        {
            var next = at?.Kind switch
            {
                JsonTypeInfoKind.Object => at.Properties.FirstOrDefault(p => p.Name == segment)?.PropertyType,
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => at.ElementType,
                _ => null,
            };
            if (next is null) return null;
            at = CrmJson.Options.GetTypeInfo(next);
        }
        return at;
    }
}
