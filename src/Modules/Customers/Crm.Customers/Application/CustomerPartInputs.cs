using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application;

/// <summary>A person to talk to, as callers write one.</summary>
/// <param name="Name">As the person is called.</param>
/// <param name="Title">What the person does there.</param>
/// <param name="IsPrimary">To be talked to first.</param>
/// <param name="Department">Where in the organisation.</param>
internal sealed record ContactInput(string Name, string? Title = null, bool IsPrimary = false, string? Department = null)
{
    /// <summary>Of the contact that is meant; left out, the one of the same name, or a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>By which the person is reached.</summary>
    public IReadOnlyList<ContactPointInput> ContactPoints { get; init; } = [];

    public static ContactInput Of(Contact contact) => new(contact.Name, contact.Title, contact.IsPrimary, contact.Department)
    {
        Id = contact.Id,
        ContactPoints = [.. contact.ContactPoints.InOrder().Select(ContactPointInput.Of)],
    };

    public ContactFacts ToFacts() => new(Id, Name, Title, Department, IsPrimary, [.. ContactPoints.Select(p => p.ToFacts())]);
}

/// <summary>Where a customer is, gets bills or gets goods, as callers write it.</summary>
/// <param name="Lines">Street and number.</param>
/// <param name="City">Or village.</param>
/// <param name="Region">State or province.</param>
/// <param name="PostalCode">As it is written there.</param>
/// <param name="Country">A code of ISO 3166-1 or a name.</param>
/// <param name="Kind">What the address is for.</param>
/// <param name="IsPrimary">To be used first among those of its kind.</param>
/// <param name="Latitude">Degrees north, WGS 84, from -90 to 90; with the longitude or not at all.</param>
/// <param name="Longitude">Degrees east, WGS 84, from -180 to 180.</param>
internal sealed record AddressInput(
    string? Lines = null, string? City = null, string? Region = null, string? PostalCode = null, string? Country = null,
    AddressKind Kind = AddressKind.Main, bool IsPrimary = false, double? Latitude = null, double? Longitude = null)
{
    public static AddressInput Of(Address a) => new(a.Lines, a.City, a.Region, a.PostalCode, a.Country, a.Kind, a.IsPrimary, a.Latitude, a.Longitude);

    public Address ToAddress() => new(Kind, Lines, City, Region, PostalCode, Country, Latitude, Longitude, IsPrimary);
}

/// <summary>A phone number, a mail address or an account, as callers write it.</summary>
/// <param name="Kind">How one is reached by it.</param>
/// <param name="Value">As people write it.</param>
/// <param name="IsPrimary">To be tried first among those of its kind.</param>
/// <param name="Network">Of a social account, and only of one, such as <c>wechat</c>.</param>
/// <param name="Label">What tells it from others of its kind.</param>
/// <param name="IsVerified">Somebody was reached by it.</param>
/// <param name="IsOptedOut">Whoever is reached by it does not want to be.</param>
internal sealed record ContactPointInput(
    ContactPointKind Kind, [property: MaskedAs(CustomerFields.Number)] string Value, bool IsPrimary = false, string? Network = null, string? Label = null, bool IsVerified = false, bool IsOptedOut = false)
{
    public static ContactPointInput Of(ContactPoint p) => new(p.Kind, p.Value, p.IsPrimary, p.Network, p.Label, p.IsVerified, p.IsOptedOut);

    public ContactPointFacts ToFacts() => new(Kind, Network, Value, Label, IsPrimary, IsVerified, IsOptedOut);
}

internal sealed record ExternalRefInput(string System, string Id);

/// <summary>The order in which parts are shown: what is sent back as it was read is held against the same order.</summary>
internal static class ShownOrder
{
    /// <summary>The primary one first.</summary>
    public static IEnumerable<Contact> InOrder(this IEnumerable<Contact> contacts) => contacts.OrderByDescending(c => c.IsPrimary).ThenBy(c => c.Id);

    /// <summary>Kind by kind, the primary one first.</summary>
    public static IEnumerable<ContactPoint> InOrder(this IEnumerable<ContactPoint> points) =>
        points.OrderBy(p => p.Kind).ThenByDescending(p => p.IsPrimary).ThenBy(p => p.Id);
}
