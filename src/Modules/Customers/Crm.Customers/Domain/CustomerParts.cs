using System.Text;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>A person to talk to at a customer.</summary>
internal sealed class Contact(string name, string? title, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [PersonalInCopies]
    public string Name { get; private set; } = name;

    [PersonalInCopies]
    public string? Title { get; private set; } = title;

    public bool IsPrimary { get; internal set; } = isPrimary;

    internal bool SaysTheSameAs(Contact other) => (Name, Title) == (other.Name, other.Title);
}

/// <summary>Where a customer is, gets bills or gets goods. One per kind is the primary one.</summary>
internal sealed class Address(AddressKind kind, string? lines, string? city, string? region, string? postalCode, string? country, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public AddressKind Kind { get; private set; } = kind;

    [Personal]
    public string? Lines { get; private set; } = lines;

    [PersonalInCopies]
    public string? City { get; private set; } = city;

    public string? Region { get; private set; } = region;

    [PersonalInCopies]
    public string? PostalCode { get; private set; } = postalCode;

    public string? Country { get; private set; } = country;

    public bool IsPrimary { get; internal set; } = isPrimary;

    internal void Anonymise() => (Lines, City, PostalCode) = (null, null, null);

    internal bool SaysTheSameAs(Address other) =>
        (Kind, Lines, City, Region, PostalCode, Country) ==
        (other.Kind, other.Lines, other.City, other.Region, other.PostalCode, other.Country);
}

/// <summary>A phone number or mail address as it was given and in the form by which it is compared.</summary>
internal sealed class ContactPoint(ContactPointKind kind, string value, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ContactPointKind Kind { get; private set; } = kind;

    [Personal]
    public string Value { get; private set; } = value;

    public bool IsPrimary { get; internal set; } = isPrimary;

    /// <summary>Mail in lower case; of a number only the digits and a leading plus. Full-width characters count as plain ones.</summary>
    public string Normalised => Normalise(Kind, Value);

    public static string Normalise(ContactPointKind kind, string value)
    {
        var plain = value.Normalize(NormalizationForm.FormKC).Trim();
        return kind == ContactPointKind.Email
            ? plain.ToLowerInvariant()
            : string.Concat(plain.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
    }

    /// <summary>Nothing but what numbers are written with. A name with a year in it is none, though digits could be taken out of it.</summary>
    public static bool LooksLikeNumber(string text) =>
        text.Normalize(NormalizationForm.FormKC).All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || "+-./()".Contains(c));

    internal bool SaysTheSameAs(ContactPoint other) => (Kind, Value) == (other.Kind, other.Value);
}

/// <summary>The customer's key in another system; unique per system.</summary>
internal sealed class ExternalRef(string system, string externalId)
{
    public string System { get; private set; } = system;

    public string ExternalId { get; private set; } = externalId;
}
