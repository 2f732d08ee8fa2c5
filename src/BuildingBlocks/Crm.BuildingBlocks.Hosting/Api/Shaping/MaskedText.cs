namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>Masks a single text outside of a row, such as a name in a report, as the reading of a record would.</summary>
public static class MaskedText
{
    /// <summary>Whether the caller does not see the field in full, and so may not say what it is.</summary>
    public static bool IsHidden(Caller caller, string field) => Masks.OfField(caller, field) is not null;

    /// <param name="caller">Who reads.</param>
    /// <param name="field">With its resource, such as <c>customers.name</c>.</param>
    /// <param name="text">Unmasked.</param>
    /// <returns>Null where the field is left out.</returns>
    public static string? Of(Caller caller, string field, string? text)
    {
        if (text is null || Masks.OfField(caller, field) is not { } mask) return text;
        return mask == FieldMask.Omit ? null : RowWriter.Shortened(text);
    }
}
