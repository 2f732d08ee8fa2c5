using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Contacting;

/// <summary>Where a customer is, gets bills or gets goods. One per kind is the primary one.</summary>
internal sealed class Address(
    AddressKind kind, string? lines, string? city, string? region, string? postalCode, string? country, double? latitude, double? longitude, bool isPrimary)
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

    /// <summary>As it was said: a code or a name.</summary>
    public string? Country { get; private set; } = country;

    /// <summary>Degrees north of the equator, WGS 84.</summary>
    [PersonalInCopies]
    public double? Latitude { get; private set; } = latitude;

    /// <summary>Degrees east of Greenwich, WGS 84.</summary>
    [PersonalInCopies]
    public double? Longitude { get; private set; } = longitude;

    public bool IsPrimary { get; internal set; } = isPrimary;

    /// <summary>The same row as one that was there before.</summary>
    internal Address WithId(Guid id)
    {
        Id = id;
        return this;
    }

    internal void Anonymise() => (Lines, City, PostalCode, Latitude, Longitude) = (null, null, null, null, null);

    internal bool SaysTheSameAs(Address other) =>
        (Kind, Lines, City, Region, PostalCode, Country, Latitude, Longitude) ==
        (other.Kind, other.Lines, other.City, other.Region, other.PostalCode, other.Country, other.Latitude, other.Longitude);
}
