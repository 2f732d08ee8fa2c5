using System.Text;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Domain.Duplicates.Naming;

/// <summary>One way to write what people write in many.</summary>
internal static class Normal
{
    public static string Of(DedupeField field, CustomerKind kind, string value) => field switch
    {
        DedupeField.Name => kind == CustomerKind.Person ? Words(value) : DottedTogether(value),
        DedupeField.ContactName or DedupeField.City or DedupeField.Region => Words(value),
        DedupeField.Street => Streets.Canonical(Words(value)),
        DedupeField.BornOn => string.Concat(value.Where(char.IsAsciiDigit)),
        DedupeField.Phone => PhoneDigits(value),
        // One that holds a line break would be read back as two fields.
        DedupeField.Email => string.Concat(value.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))),
        DedupeField.Country => Countries(value),
        _ => Compact(value),
    };

    /// <summary>Folded words of letters and digits with one space between them; an apostrophe joins, everything else parts.</summary>
    public static string Words(string value)
    {
        var words = new StringBuilder(value.Length);
        foreach (var c in Folding.Fold(value))
        {
            if (char.IsLetterOrDigit(c)) words.Append(c);
            else if (c is not ('\'' or '’' or '‘' or '`') && words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>Letters and digits only.</summary>
    public static string Compact(string value) => string.Concat(Folding.Fold(value).Where(char.IsLetterOrDigit));

    // "S.A." is one word, "Smith. Foods" are two.
    private static string DottedTogether(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isInAbbreviation = value[i] == '.' && i > 0 && (i == 1 || !char.IsLetter(value[i - 2])) && char.IsLetter(value[i - 1]);
            if (!isInAbbreviation) text.Append(value[i]);
        }

        return Words(text.ToString());
    }

    private static string PhoneDigits(string value) => PhoneNumber.Normalise(value, country: null).TrimStart('+').TrimStart('0');

    private static string Countries(string value) => BuildingBlocks.Countries.CodeOf(value)?.ToLowerInvariant() ?? Words(value);
}
