using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>A person to talk to at a customer.</summary>
internal sealed class Contact(string name, string? title, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = name;

    public string? Title { get; private set; } = title;

    public bool IsPrimary { get; internal set; } = isPrimary;

    internal bool SaysTheSameAs(Contact other) => (Name, Title, IsPrimary) == (other.Name, other.Title, other.IsPrimary);
}

/// <summary>Where a customer is, gets bills or gets goods. One per kind is the primary one.</summary>
internal sealed class Address(AddressKind kind, string? lines, string? city, string? region, string? postalCode, string? country, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public AddressKind Kind { get; private set; } = kind;

    [Personal]
    public string? Lines { get; private set; } = lines;

    public string? City { get; private set; } = city;

    public string? Region { get; private set; } = region;

    public string? PostalCode { get; private set; } = postalCode;

    public string? Country { get; private set; } = country;

    public bool IsPrimary { get; internal set; } = isPrimary;

    internal bool SaysTheSameAs(Address other) =>
        (Kind, Lines, City, Region, PostalCode, Country, IsPrimary) ==
        (other.Kind, other.Lines, other.City, other.Region, other.PostalCode, other.Country, other.IsPrimary);
}

/// <summary>A phone number or mail address as it was given and in the form by which it is compared.</summary>
internal sealed class ContactPoint(ContactPointKind kind, string value, bool isPrimary)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ContactPointKind Kind { get; private set; } = kind;

    [Personal]
    public string Value { get; private set; } = value;

    public bool IsPrimary { get; internal set; } = isPrimary;

    /// <summary>Mail in lower case; of a number only the digits and a leading plus.</summary>
    public string Normalised => Normalise(Kind, Value);

    public static string Normalise(ContactPointKind kind, string value) => kind == ContactPointKind.Email
        ? value.Trim().ToLowerInvariant()
        : string.Concat(value.Trim().Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));

    internal bool SaysTheSameAs(ContactPoint other) => (Kind, Value, IsPrimary) == (other.Kind, other.Value, other.IsPrimary);
}

/// <summary>The customer's key in another system; unique per system.</summary>
internal sealed class ExternalRef(string system, string externalId)
{
    public string System { get; private set; } = system;

    public string ExternalId { get; private set; } = externalId;
}
