using System.Collections.Frozen;
using System.Globalization;

namespace Crm.Customers.Domain.Contacting;

/// <summary>How numbers of a country are dialled.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Code">Of ITU-T E.164, without the plus; some countries share one.</param>
/// <param name="InternationalPrefix">What is dialled in the country before the calling code of another.</param>
/// <param name="TrunkPrefix">What is dialled before a national number and is no part of it; empty where there is none.</param>
/// <param name="Shortest">Fewest digits of a national number, calling code and trunk prefix not counted.</param>
/// <param name="Longest">Most digits of a national number.</param>
internal sealed record CallingCode(string Country, string Code, string InternationalPrefix, string TrunkPrefix, int Shortest, int Longest);

/// <summary>The numbering plans of the world, as far as it takes to write a number in one way only.</summary>
/// <remarks>For 242 countries; figures of the metadata of Google's libphonenumber (Apache License 2.0), of November 2026: fixed lines and mobiles.</remarks>
internal static partial class CallingCodes
{
    private static readonly Lazy<FrozenDictionary<string, CallingCode>> ByCountry = new(() => Read().ToFrozenDictionary(c => c.Country, StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, CallingCode>> ByCode = new(() => ByCountry.Value.Values.ToLookup(c => c.Code));

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <returns>Null for the few places without a telephone of their own.</returns>
    public static CallingCode? Of(string? country) => country is null ? null : ByCountry.Value.GetValueOrDefault(country);

    /// <summary>The plans that a number beginning with these digits, the plus left out, can belong to. No calling code is the beginning of another.</summary>
    public static IEnumerable<CallingCode> Meant(string digits) =>
        Enumerable.Range(1, 3).Where(length => length <= digits.Length).SelectMany(length => ByCode.Value[digits[..length]]);

    private static IEnumerable<CallingCode> Read() => Table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(entry =>
    {
        var said = entry.Split('/');
        return new CallingCode(
            said[0], said[1], said[2], said[3], int.Parse(said[4], CultureInfo.InvariantCulture), int.Parse(said[5], CultureInfo.InvariantCulture));
    });
}
