using System.Text.RegularExpressions;

namespace Crm.Customers.Domain.Quality;

/// <summary>How postal codes are written where most customers are. Of other countries nothing is said.</summary>
internal static class PostalCodes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Dictionary<string, Regex> Shapes = new[]
    {
        (@"^\d{3}$", "IS FO"), (@"^\d{4}$", "AT CH BE DK NO HU AU NZ LU BG SI LI CY ZA PH TN"), (@"^\d{5}$", "DE FR ES IT FI EE HR TR UA RS MX MY TH ID KR SA MC"),
        (@"^\d{6}$", "CN IN SG RO RU KZ VN CO"), (@"^\d{5}(-\d{4})?$", "US"), (@"^[A-Z]\d[A-Z] ?\d[A-Z]\d$", "CA"), (@"^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$", "GB"),
        (@"^(NL-)?\d{4} ?[A-Z]{2}$", "NL"), (@"^\d{2}-\d{3}$", "PL"), (@"^\d{3} ?\d{2}$", "CZ SK SE GR"), (@"^\d{4}-\d{3}$", "PT"), (@"^\d{3}-\d{4}$", "JP"),
        (@"^\d{5}-?\d{3}$", "BR"), (@"^\d{3}(\d{2,3})?$", "TW"), (@"^[A-Z]\d[\dW] ?[A-Z\d]{4}$", "IE"), (@"^\d{5}(\d{2})?$", "IL"), (@"^(LT-)?\d{5}$", "LT"), (@"^(LV-)?\d{4}$", "LV"),
    }.SelectMany(s => s.Item2.Split(' ').Select(country => (country, Shape: new Regex(s.Item1, Options)))).ToDictionary(s => s.country, s => s.Shape);

    /// <returns>Null where nothing is known of the country.</returns>
    public static bool? IsValid(string code, string country) => Shapes.TryGetValue(country, out var shape) ? shape.IsMatch(code.Trim()) : null;
}
