using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Text without U+0000, which PostgreSQL cannot store, and without half surrogate pairs, which no encoder can write.</summary>
internal sealed class WellFormedString : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new RefusedJson(JsonPhrases.Text);
        return Checked(ref reader);
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Checked(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RefusedJson(JsonPhrases.IllFormedText);
        }
        return text.Contains('\0') ? throw new RefusedJson(JsonPhrases.IllFormedText) : text;
    }
}

/// <summary>An instant: read with an explicit offset or Z only, always written in UTC with Z.</summary>
internal sealed class UtcInstant : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Instants.TryParse(reader.GetString()!, out var instant)
            ? instant
            : throw new RefusedJson(JsonPhrases.Instant);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}

/// <summary>A number that a double can hold; JSON allows 1e400, which would become infinite.</summary>
internal sealed class FiniteDouble : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new RefusedJson(JsonPhrases.Number);

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Moments as texts of requests name them.</summary>
public static class Instants
{
    /// <summary>Accepts ISO 8601 with a Z or an offset. Without one the machine's zone would decide, so that is refused.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (time != 10 || text.Length > 40 || !(text[^1] == 'Z' || text.AsSpan(time).ContainsAny('+', '-'))) return false;
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) return false;
        instant = parsed.ToUniversalTime();
        return true;
    }

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
    ];
}
