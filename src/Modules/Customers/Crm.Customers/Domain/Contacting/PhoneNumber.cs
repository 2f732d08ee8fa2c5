using System.Text;
using System.Text.RegularExpressions;

namespace Crm.Customers.Domain.Contacting;

/// <summary>Writes a phone number in one way, however people wrote it: as ITU-T E.164 where its country can be told, else its digits.</summary>
internal static class PhoneNumber
{
    /// <summary>Of E.164, the plus not counted.</summary>
    private const int MostDigits = 15;

    private static readonly Regex Extension = new(
        @"\s*(?:;ext=|ext\.?|extension|x|#|转|分机|durchwahl)\s*\.?:?\s*\d{1,7}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <param name="written">Full-width characters count as plain ones; an extension is left out.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of who is called, for numbers that do not say their country; null: not known.</param>
    /// <returns>Such as <c>+861012345678</c>; only digits where the country is not known.</returns>
    public static string Normalise(string written, string? country)
    {
        var plain = Extension.Replace(written.Normalize(NormalizationForm.FormKC), "");
        var digits = Digits(plain);
        if (plain.FirstOrDefault(c => c == '+' || char.IsAsciiDigit(c)) == '+') return International(digits);
        if (CallingCodes.Of(country) is not { } plan) return digits;
        if (digits.StartsWith(plan.InternationalPrefix, StringComparison.Ordinal) && IsOfSomeCountry(International(digits[plan.InternationalPrefix.Length..])[1..]))
            return International(digits[plan.InternationalPrefix.Length..]);
        // Written for abroad with the plus forgotten: too long for a number of the country, and right without the calling code.
        return digits.Length > plan.Longest && digits.StartsWith(plan.Code, StringComparison.Ordinal) && IsOfSomeCountry(digits)
            ? $"+{digits}"
            : $"+{plan.Code}{WithoutTrunkPrefix(digits, plan)}";
    }

    // As in +44 (0)20 ...: a trunk zero is dialled within the country only, and there are those who write it behind the calling code.
    private static string International(string digits)
    {
        var plans = CallingCodes.Meant(digits).ToList();
        return plans.Count > 0 && plans.TrueForAll(p => p.TrunkPrefix == "0") && digits[plans[0].Code.Length..].StartsWith('0')
            ? $"+{plans[0].Code}{digits[(plans[0].Code.Length + 1)..]}"
            : $"+{digits}";
    }

    /// <summary>Whether a normalised number says its country and has as many digits as numbers there have.</summary>
    public static bool IsValid(string normalised) => normalised.StartsWith('+') && IsOfSomeCountry(normalised[1..]);

    private static bool IsOfSomeCountry(string digits) => digits.Length <= MostDigits
        && CallingCodes.Meant(digits).Any(plan => digits.Length - plan.Code.Length >= plan.Shortest && digits.Length - plan.Code.Length <= plan.Longest);

    // Where the prefix can also begin a number (8 in Russia, 1 in America), only the length tells which it is. No number begins with a trunk zero.
    private static string WithoutTrunkPrefix(string digits, CallingCode plan)
    {
        if (plan.TrunkPrefix.Length == 0 || !digits.StartsWith(plan.TrunkPrefix, StringComparison.Ordinal)) return digits;
        return plan.TrunkPrefix.StartsWith('0') || digits.Length > plan.Longest ? digits[plan.TrunkPrefix.Length..] : digits;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
