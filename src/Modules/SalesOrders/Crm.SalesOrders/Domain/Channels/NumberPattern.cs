using System.Globalization;
using System.Text.RegularExpressions;

namespace Crm.SalesOrders.Domain.Channels;

/// <summary>
/// How orders are numbered: text and <c>{year}</c>, and at its end <c>{n}</c> or <c>{n:8}</c> with that many digits at least. The text before
/// the number does not end in a digit, so that no two series ever make the same number.
/// </summary>
internal sealed record NumberPattern(string Prefix, int Digits)
{
    /// <summary>Of every channel that has none of its own.</summary>
    public static readonly NumberPattern Usual = new("SO-", 8);

    private const string Year = "{year}";
    private const int LongestPrefix = 24;

    private static readonly Regex Shape = new(
        @"^((?:[A-Za-z0-9._/-]|\{year\}){0,50}[A-Za-z._/-])\{n(?::([1-9]|1[0-2]))?\}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static bool IsValid(string pattern) => TryParse(pattern) is not null;

    public static NumberPattern Of(string? pattern) => pattern is null ? Usual : TryParse(pattern) ?? throw new FormatException(pattern);

    /// <summary>What the number begins with, and the series that counts it: one for each year where the year is part of it.</summary>
    public string PrefixIn(int year) => Prefix.Replace(Year, year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public string Text(string prefix, long number) => prefix + number.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    private static NumberPattern? TryParse(string pattern) =>
        Shape.Match(pattern) is { Success: true } match && match.Groups[1].Value.Replace(Year, "yyyy", StringComparison.Ordinal).Length <= LongestPrefix
            ? new NumberPattern(match.Groups[1].Value, match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 1)
            : null;
}
