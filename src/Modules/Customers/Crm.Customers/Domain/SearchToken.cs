using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>
/// A keyed hash of a phone number or mail address, of one of its starts or of one of its ends: an encrypted value is found by it and
/// cannot be read from it.
/// </summary>
internal sealed class SearchToken
{
    /// <summary>Shorter parts would be found everywhere and would tell too much.</summary>
    public const int ShortestPart = 4;

    /// <summary>Longer parts are found by the whole value only.</summary>
    public const int LongestPart = 12;

    public required CustomerId CustomerId { get; init; }

    public required long Hash { get; init; }

    /// <summary>The whole value, its starts and its ends.</summary>
    public static IEnumerable<string> PartsOf(string value)
    {
        yield return $"={value}";
        for (var length = ShortestPart; length <= Math.Min(LongestPart, value.Length); length++)
        {
            yield return $"^{value[..length]}";
            yield return $"${value[^length..]}";
        }
    }

    /// <summary>The hashes by which a searched text would be found, if it is long enough.</summary>
    public static IEnumerable<string> PartsSearched(string text)
    {
        yield return $"={text}";
        if (text.Length is < ShortestPart or > LongestPart) yield break;
        yield return $"^{text}";
        yield return $"${text}";
    }
}
