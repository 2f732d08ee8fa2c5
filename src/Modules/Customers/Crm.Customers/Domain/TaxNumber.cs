namespace Crm.Customers.Domain;

/// <summary>Tax numbers in the form by which they are compared: letters and digits, as people separate them in many ways.</summary>
internal static class TaxNumber
{
    /// <summary>Of the keyed hash by which one is found.</summary>
    public const string Purpose = "tax-number";

    /// <returns>Empty where there is none.</returns>
    public static string Normalise(string? written) =>
        written is null ? "" : string.Concat(written.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
