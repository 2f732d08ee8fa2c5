using System.Text.RegularExpressions;

namespace Crm.Customers.Domain.Quality;

/// <summary>
/// Tax numbers that can be checked by themselves: the Chinese unified social credit code by its check character (GB 32100-2015), VAT numbers of the
/// European Union by their form, those of Germany, Italy and Poland by their check digit, too.
/// </summary>
internal static class TaxIds
{
    /// <summary>Without I, O, S, V and Z, which look like digits.</summary>
    private const string CreditCodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] CreditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] PolishWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7];

    private static readonly Dictionary<string, Regex> VatShapes = new[]
    {
        ("AT", @"U\d{8}"), ("BE", @"[01]\d{9}"), ("BG", @"\d{9,10}"), ("CY", @"\d{8}[A-Z]"), ("CZ", @"\d{8,10}"), ("DE", @"\d{9}"), ("DK", @"\d{8}"), ("EE", @"\d{9}"), ("EL", @"\d{9}"),
        ("ES", @"[A-Z\d]\d{7}[A-Z\d]"), ("FI", @"\d{8}"), ("FR", @"[A-HJ-NP-Z\d]{2}\d{9}"), ("HR", @"\d{11}"), ("HU", @"\d{8}"), ("IE", @"\d[A-Z\d+*]\d{5}[A-Z]{1,2}"), ("IT", @"\d{11}"),
        ("LT", @"(\d{9}|\d{12})"), ("LU", @"\d{8}"), ("LV", @"\d{11}"), ("MT", @"\d{8}"), ("NL", @"\d{9}B\d{2}"), ("PL", @"\d{10}"), ("PT", @"\d{9}"), ("RO", @"\d{2,10}"), ("SE", @"\d{12}"),
        ("SI", @"\d{8}"), ("SK", @"\d{10}"), ("XI", @"(\d{9}|\d{12}|(GD|HA)\d{3})"),
    }.ToDictionary(s => s.Item1, s => new Regex($"^{s.Item2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    /// <param name="written">As people separate it.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the customer; null where it is not known.</param>
    /// <returns>Null for a number of a kind that cannot be checked.</returns>
    public static bool? IsValid(string written, string? country)
    {
        var number = TaxNumber.Normalise(written);
        if (number.Length > 2 && VatShapes.TryGetValue(number[..2], out var shape) && number.Skip(2).Any(char.IsAsciiDigit)) return shape.IsMatch(number[2..]) && HasRightDigit(number[..2], number[2..]);
        return country == "CN" && number.Length is 18 ? IsCreditCode(number) : null;
    }

    private static bool HasRightDigit(string country, string digits) => country switch
    {
        "DE" => HasRightGermanDigit(digits),
        "IT" => Luhn(digits),
        "PL" => PolishWeights.Select((w, i) => w * (digits[i] - '0')).Sum() % 11 == digits[9] - '0',
        _ => true,
    };

    private static bool IsCreditCode(string code)
    {
        if (code.Any(c => !CreditCodeCharacters.Contains(c))) return false;
        var sum = CreditCodeWeights.Select((w, i) => w * CreditCodeCharacters.IndexOf(code[i])).Sum();
        return CreditCodeCharacters[(31 - (sum % 31)) % 31] == code[17];
    }

    // ISO 7064, MOD 11, 10.
    private static bool HasRightGermanDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits[..8])
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (11 - product) % 10 == digits[8] - '0';
    }

    private static bool Luhn(string digits) =>
        digits.Reverse().Select((d, i) => (d - '0') * (i % 2 == 0 ? 1 : 2)).Sum(n => n > 9 ? n - 9 : n) % 10 == 0;
}
