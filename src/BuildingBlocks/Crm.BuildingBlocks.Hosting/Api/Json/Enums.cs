using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Enum members under the camelCase names they have in JSON and in query strings.</summary>
public static class Enums
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Known = new();

    public static IEnumerable<string> Names(Type type) => Members(type).Keys;

    public static string Name(object member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()!);

    /// <summary>The exact name only: no numbers, no other case.</summary>
    public static object? Parse(Type type, string name) => Members(type).GetValueOrDefault(name);

    private static IReadOnlyDictionary<string, object> Members(Type type) => Known.GetOrAdd(
        type, static t => Enum.GetNames(t).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, name => Enum.Parse(t, name)));
}

/// <summary>Enums by name. The framework's converter also takes "red, blue" and makes a third colour of them.</summary>
internal sealed class EnumNames : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumName<>).MakeGenericType(typeToConvert))!;
}

internal sealed class EnumName<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, JsonEncodedText> Names =
        Enum.GetValues<TEnum>().Distinct().ToDictionary(member => member, member => JsonEncodedText.Encode(Enums.Name(member)));

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parsed(reader.GetString()!) : throw Unknown();

    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parsed(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(Names[value]);

    private static TEnum Parsed(string name) => Enums.Parse(typeof(TEnum), name) is TEnum member ? member : throw Unknown();

    private static RefusedJson Unknown() => new(JsonPhrases.OneOf, string.Join(", ", Enums.Names(typeof(TEnum))));
}
