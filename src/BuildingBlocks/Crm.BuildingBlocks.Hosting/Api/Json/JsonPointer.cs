using System.Text;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Where something is in a JSON document, as RFC 6901 writes it: <c>/lines/0/sku</c>; empty for the whole.</summary>
public static class JsonPointer
{
    /// <summary>From the serializer's notation <c>$.lines[0].sku</c>, in which unusual names are written <c>['a.b']</c>.</summary>
    public static string FromPath(string? path) => Of(Segments(path));

    public static string Of(IEnumerable<string> segments)
    {
        var pointer = new StringBuilder();
        foreach (var segment in segments) pointer.Append('/').Append(Escape(segment));
        return pointer.ToString();
    }

    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    internal static List<string> Segments(string? path)
    {
        var segments = new List<string>();
        var rest = path.AsSpan();
        if (rest.StartsWith("$")) rest = rest[1..];
        while (!rest.IsEmpty)
        {
            var (open, close) = rest.StartsWith("['") ? (2, "']") : rest[0] == '[' ? (1, "]") : (1, "");
            rest = rest[open..];
            var end = close.Length > 0 ? rest.IndexOf(close) : rest.IndexOfAny('.', '[');
            if (end < 0) end = rest.Length;
            segments.Add(rest[..end].ToString());
            rest = rest[Math.Min(rest.Length, end + close.Length)..];
        }
        return segments;
    }
}
