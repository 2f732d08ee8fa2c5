using System.Globalization;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain.Fields;

namespace Crm.Customers.Application.Fields;

/// <summary>Values of the company's own fields as bodies write them: a text, a number, true or false, a date as text, a list of options.</summary>
internal static class FieldJson
{
    private static readonly Phrase Text = new("Text is expected here.", "此处应为文本。");
    private static readonly Phrase IllFormed = new("Text may not contain U+0000 or half of a surrogate pair.", "文本不能包含 U+0000 或不完整的代理项。");
    private static readonly Phrase Number = new("A number from -{0} to {0} is expected here.", "此处应为 -{0} 到 {0} 的数字。");
    private static readonly Phrase Truth = new("true or false is expected here.", "此处应为 true 或 false。");
    private static readonly Phrase Date = new("A date that exists is expected here, as yyyy-MM-dd.", "此处应为存在的日期，格式 yyyy-MM-dd。");
    private static readonly Phrase Option = new("The key of an option is expected here.", "此处应为选项的键名。");
    private static readonly Phrase Options = new("A list of keys of options is expected here.", "此处应为选项键名的列表。");

    public static IReadOnlyDictionary<string, JsonElement> Of(IReadOnlyDictionary<string, FieldContent> contents) => contents.OrderBy(c => c.Key, StringComparer.Ordinal)
        .ToDictionary(c => c.Key, c => Write(c.Value), StringComparer.Ordinal);

    public static JsonElement Write(FieldContent content) => content.Type switch
    {
        FieldType.Number => ToElement(content.Number!.Value),
        FieldType.Flag => ToElement(content.Flag!.Value),
        FieldType.Choices => ToElement(content.Options),
        _ => ToElement(content.Written),
    };

    /// <returns>The value, null where there is none (an empty text, an empty list), or what is wrong with it.</returns>
    public static (FieldContent? Content, FieldFault? Fault) Read(FieldType type, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return (null, null);
        return type switch
        {
            FieldType.Number => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) && Math.Abs(number) <= FieldLimits.Number
                ? Good(FieldContent.Of(number))
                : Bad(Number, FieldLimits.Number.ToString(CultureInfo.InvariantCulture)),
            FieldType.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? Good(FieldContent.Of(json.GetBoolean())) : Bad(Truth),
            FieldType.Date => json.ValueKind == JsonValueKind.String && TextOf(json) is { } said && IsDate(said, out var date) ? Good(FieldContent.Of(date)) : Bad(Date),
            FieldType.Choices => ReadOptions(json),
            FieldType.Choice => ReadText(type, json, Option),
            _ => ReadText(type, json, Text),
        };
    }

    private static (FieldContent?, FieldFault?) ReadText(FieldType type, JsonElement json, Phrase expected)
    {
        if (json.ValueKind != JsonValueKind.String) return Bad(expected);
        if (TextOf(json) is not { } text) return Bad(IllFormed);
        return text.Trim() is { Length: > 0 } said ? Good(new FieldContent(type, said)) : (null, null);
    }

    private static (FieldContent?, FieldFault?) ReadOptions(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > FieldLimits.Options) return Bad(Options);
        var keys = json.EnumerateArray().Select(o => o.ValueKind == JsonValueKind.String ? TextOf(o) : null).ToList();
        if (keys.Exists(k => !FieldLimits.IsKey(k))) return Bad(Options);
        return keys.Count == 0 ? (null, null) : Good(FieldContent.Of(keys!));
    }

    private static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Half a surrogate pair cannot be read as text at all.
    private static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString() is { } text && !text.Contains('\0') ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, CrmJson.Options);

    private static (FieldContent?, FieldFault?) Good(FieldContent content) => (content, null);

    private static (FieldContent?, FieldFault?) Bad(Phrase text, params object?[] values) => (null, new FieldFault(text, values));
}
