using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>Where the next page begins. Opaque to callers; carries what it belongs to, so that it cannot silently be used for something else.</summary>
/// <param name="Sort">The sort of the walk.</param>
/// <param name="Filters">Fingerprint of filters and search.</param>
/// <param name="RelativeTo">The moment of the first page, if a filter is relative to it: a walk past midnight stays with its day.</param>
/// <param name="Values">Sort values of the last row, the key last.</param>
internal sealed record Cursor(string Sort, string Filters, DateTimeOffset? RelativeTo, IReadOnlyList<string?> Values)
{
    public const string Parameter = "cursor";
    private const int Longest = 8000;

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static Cursor Read(string text, string sort, string filters, IReadOnlyList<SortStep> steps)
    {
        var cursor = Decode(text) ?? throw new InvalidInput(Parameter, ListPhrases.CursorBroken);
        if (cursor.Sort != sort) throw new InvalidInput(Parameter, ListPhrases.CursorOfOtherSort, cursor.Sort);
        if (cursor.Filters != filters) throw new InvalidInput(Parameter, ListPhrases.CursorOfOtherFilter);
        return cursor.Values.Count == steps.Count ? cursor : throw new InvalidInput(Parameter, ListPhrases.CursorBroken);
    }

    public List<object?> ValuesFor(IReadOnlyList<SortStep> steps) => [.. steps.Select((step, i) => Value(step.Field, Values[i]))];

    public static string Fingerprint(IEnumerable<string> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 12));

    private static object? Value(ListField field, string? text)
    {
        if (text is null) return field.IsNullable ? null : throw new InvalidInput(Parameter, ListPhrases.CursorBroken);
        return Lists.Values.Parse(field.ValueType, text) is { } value && (value is not string words || TextMatch.IsWellFormed(words))
            ? value
            : throw new InvalidInput(Parameter, ListPhrases.CursorBroken);
    }

    private static Cursor? Decode(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;
        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text));
            return cursor is { Sort: not null, Filters: not null, Values: not null } ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
