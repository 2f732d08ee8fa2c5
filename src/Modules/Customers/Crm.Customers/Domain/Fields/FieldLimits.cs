namespace Crm.Customers.Domain.Fields;

/// <summary>How much a field of the company's own may hold.</summary>
internal static class FieldLimits
{
    /// <summary>Characters of a key of a field or of an option.</summary>
    public const int Key = 40;

    /// <summary>Characters of a text: what is longer belongs into the notes, for it could not be indexed.</summary>
    public const int Text = 400;

    /// <summary>Either way from zero.</summary>
    public const decimal Number = 100_000_000_000_000m;

    /// <summary>Digits behind the point of a number.</summary>
    public const int Decimals = 4;

    public const int Options = 200;

    public const int Pattern = 500;

    /// <summary>Characters allowed in a key: it stands in addresses, in query strings and in JSON.</summary>
    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= Key } && char.IsAsciiLetterLower(text[0]) && text.All(char.IsAsciiLetterOrDigit);
}
