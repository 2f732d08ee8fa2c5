namespace Crm.Customers.Domain.Duplicates;

/// <summary>
/// The rules as they come. The frequencies are rounded to what holds about anywhere: a family name is shared by one in five hundred, a birthday
/// by one in ten thousand, and records of the same customer differ in one field of ten to twenty.
/// </summary>
internal static class DedupeDefaults
{
    // 16 bits outweigh the odds of meeting the other one among 65,000 by chance; 24 bits leave one in 250 of those in doubt.
    private const double Suspected = 16;
    private const double Duplicate = 24;

    // Of a household or a firm all agrees that is shared: together it is worth what the family name is worth alone, one in five hundred.
    private const double SharedAtMost = 9;

    public static readonly DedupeDefinition Person = new(
        [
            Key(Of(DedupeField.Name, DedupePart.Sounds)),
            Key(Of(DedupeField.BornOn)),
            Key(Of(DedupeField.TaxId)),
            Key(Of(DedupeField.Email)),
            Key(Of(DedupeField.Phone, DedupePart.End, 8)),
            Key(Of(DedupeField.Name, DedupePart.Sound), Of(DedupeField.PostalCode)),
            Key(Of(DedupeField.Name, DedupePart.Sound), Of(DedupeField.City, DedupePart.Start, 4)),
            Key(Of(DedupeField.Street, DedupePart.LongestWord, 5), Of(DedupeField.PostalCode)),
            Key(Of(DedupeField.Street, DedupePart.LongestWord, 5), Of(DedupeField.City, DedupePart.Start, 4)),
        ],
        [
            new(DedupeField.Name, DedupeComparer.GivenName, 0.9, 0.01, 0.92, 0.7, Decides: true),
            new(DedupeField.Name, DedupeComparer.FamilyName, 0.95, 0.002, 0.92, 0.7, IsShared: true),
            new(DedupeField.BornOn, DedupeComparer.Date, 0.95, 0.0001),
            new(DedupeField.TaxId, DedupeComparer.Number, 0.98, 0.00001),
            new(DedupeField.Email, DedupeComparer.Mail, 0.9, 0.0001, IsShared: true),
            new(DedupeField.Phone, DedupeComparer.PhoneEnd, 0.9, 0.0002, IsShared: true),
            new(DedupeField.Street, DedupeComparer.Overlap, 0.8, 0.005, 0.8, 0.4, IsShared: true),
            new(DedupeField.PostalCode, DedupeComparer.Number, 0.8, 0.05, IsShared: true),
            new(DedupeField.City, DedupeComparer.JaroWinkler, 0.8, 0.05, 0.92, 0.7, IsShared: true),
        ],
        Duplicate, Suspected, SharedAtMost);

    public static readonly DedupeDefinition Organisation = new(
        [
            Key(Of(DedupeField.Name, DedupePart.SortedWords)),
            Key(Of(DedupeField.Name, DedupePart.Sounds)),
            Key(Of(DedupeField.TaxId)),
            Key(Of(DedupeField.Email)),
            Key(Of(DedupeField.Phone, DedupePart.End, 8)),
            Key(Of(DedupeField.Name, DedupePart.Start, 5), Of(DedupeField.City, DedupePart.Start, 4)),
            Key(Of(DedupeField.Name, DedupePart.LongestWord, 5), Of(DedupeField.PostalCode)),
            Key(Of(DedupeField.Name, DedupePart.LongestWord, 5), Of(DedupeField.City, DedupePart.Start, 4)),
            Key(Of(DedupeField.Street, DedupePart.LongestWord, 5), Of(DedupeField.PostalCode)),
        ],
        [
            new(DedupeField.Name, DedupeComparer.OrganisationName, 0.9, 0.00001, 0.95, 0.6, Decides: true),
            new(DedupeField.LegalForm, DedupeComparer.Exact, 0.9, 0.3),
            new(DedupeField.TaxId, DedupeComparer.Number, 0.98, 0.00001),
            new(DedupeField.ContactName, DedupeComparer.TokenSort, 0.5, 0.001, 0.9, 0.6),
            new(DedupeField.Email, DedupeComparer.Mail, 0.7, 0.0001, IsShared: true),
            new(DedupeField.Phone, DedupeComparer.PhoneEnd, 0.8, 0.0002, IsShared: true),
            new(DedupeField.Street, DedupeComparer.Overlap, 0.8, 0.005, 0.8, 0.4, IsShared: true),
            new(DedupeField.PostalCode, DedupeComparer.Number, 0.8, 0.05, IsShared: true),
            new(DedupeField.City, DedupeComparer.JaroWinkler, 0.8, 0.05, 0.92, 0.7, IsShared: true),
        ],
        Duplicate, Suspected, SharedAtMost);

    private static DedupeKeyPart Of(DedupeField field, DedupePart part = DedupePart.Whole, int length = 0) => new(field, part, length);

    private static DedupeKey Key(params DedupeKeyPart[] parts) => new(parts);
}
