using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>A record's version as an entity tag: <c>"7"</c>.</summary>
public static class ETags
{
    private static readonly Phrase NotAVersion = new(
        "One or more entity tags as sent with the record are expected, e.g. \"7\"; neither * nor weak ones.",
        "应为读取记录时返回的实体标签，例如 \"7\"；不接受 * 或弱标签。");

    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The versions that If-Match names; empty when the header is absent.</summary>
    /// <exception cref="InvalidInput">It holds <c>*</c>, a weak tag or something that was never one of ours: none of them says what the caller saw.</exception>
    public static IReadOnlyList<int> IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0) return [];
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags)) throw new InvalidInput(HeaderNames.IfMatch, NotAVersion);
        return [.. tags.Select(tag => !tag.IsWeak && Version(tag) is { } version ? version : throw new InvalidInput(HeaderNames.IfMatch, NotAVersion))];
    }

    /// <summary>Whether the caller already has this version: by If-None-Match, compared weakly as a cache does.</summary>
    public static bool IsKnown(HttpRequest request, int version)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0 || !EntityTagHeaderValue.TryParseList(header, out var tags)) return false;
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || Version(tag) == version);
    }

    private static int? Version(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
