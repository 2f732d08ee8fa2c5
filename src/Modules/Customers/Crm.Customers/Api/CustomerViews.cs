using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Api;

/// <summary>A customer in full.</summary>
internal sealed record CustomerView(
    Guid Id,
    string Code,
    CustomerKind Kind,
    string Name,
    string? ShortName,
    string? LegalName,
    string? TaxId,
    string? Industry,
    CompanySize? Size,
    string? Source,
    string? Channel,
    DateOnly? BornOn,
    Sex? Sex,
    string? Needs,
    string? Preferences,
    ContactPointKind? PreferredContact,
    string? Notes,
    Lifecycle Lifecycle,
    bool IsBlocked,
    Guid? OwnerId,
    Guid? UnitId,
    Guid? TerritoryId,
    IReadOnlyList<string> Tags,
    IReadOnlyList<ContactView> Contacts,
    IReadOnlyList<AddressInput> Addresses,
    IReadOnlyList<ContactPointView> ContactPoints,
    IReadOnlyList<ExternalRefInput> ExternalRefs,
    IReadOnlyDictionary<string, JsonElement> Fields,
    DateTimeOffset RegisteredAt,
    int Version)
{
    public static CustomerView Of(Customer c)
    {
        var input = CustomerInput.Of(c);
        return new CustomerView(
            c.Id.Value, c.Code, c.Kind, c.Name, c.ShortName, c.LegalName, c.TaxId, c.Industry, c.Size, c.Source, c.Channel, input.BornOn, c.Sex, c.Needs, c.Preferences,
            c.PreferredContact, c.Notes,
            c.Lifecycle, c.IsBlocked, c.OwnerId, c.UnitId, c.TerritoryId, c.Tags, [.. c.Contacts.InOrder().Select(ContactView.Of)], input.Addresses,
            [.. c.ContactPoints.InOrder().Select(ContactPointView.Of)], input.ExternalRefs, input.Fields,
            c.RegisteredAt, c.Version);
    }
}

/// <summary>A person to talk to.</summary>
internal sealed record ContactView(Guid Id, string Name, string? Title, string? Department, bool IsPrimary, IReadOnlyList<ContactPointView> ContactPoints)
{
    public static ContactView Of(Contact c) =>
        new(c.Id, c.Name, c.Title, c.Department, c.IsPrimary, [.. c.ContactPoints.InOrder().Select(ContactPointView.Of)]);
}

/// <param name="Kind">How one is reached by it.</param>
/// <param name="Network">Of a social account.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Normalised">A phone number in E.164 where its country can be told, mail in lower case, an account without an @ before it.</param>
/// <param name="IsDialable">Whether a phone number says its country and is as long as numbers there are; null for all that is no phone number.</param>
/// <param name="Label">What tells it from others of its kind.</param>
/// <param name="IsPrimary">To be tried first among those of its kind.</param>
/// <param name="IsVerified">Somebody was reached by it.</param>
/// <param name="IsOptedOut">Whoever is reached by it does not want to be.</param>
internal sealed record ContactPointView(
    ContactPointKind Kind,
    string? Network,
    [property: MaskedAs(CustomerFields.Number)] string Value,
    [property: MaskedAs(CustomerFields.Number)] string Normalised,
    [property: MaskedAs(CustomerFields.Number)] bool? IsDialable,
    string? Label,
    bool IsPrimary,
    bool IsVerified,
    bool IsOptedOut)
{
    public static ContactPointView Of(ContactPoint p) => new(p.Kind, p.Network, p.Value, p.Normalised, p.IsDialable, p.Label, p.IsPrimary, p.IsVerified, p.IsOptedOut);
}
