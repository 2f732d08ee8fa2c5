using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Application;
using Crm.Customers.Domain;

namespace Crm.Customers.Api;

/// <summary>A customer in a list.</summary>
internal sealed record CustomerRow(
    Guid Id,
    string Code,
    CustomerKind Kind,
    string Name,
    string? ShortName,
    string? Industry,
    string? Source,
    string? Channel,
    Lifecycle Lifecycle,
    bool IsBlocked,
    [property: MaskedAs("customers.addresses.country")] string? Country,
    [property: MaskedAs("customers.addresses.region")] string? Region,
    [property: MaskedAs("customers.addresses.city")] string? City,
    Guid? OwnerId,
    Guid? UnitId,
    DateTimeOffset RegisteredAt,
    int Version)
{
    public static readonly Expression<Func<Customer, CustomerRow>> FromCustomer = c => new CustomerRow(
        c.Id.Value, c.Code, c.Kind, c.Name, c.ShortName, c.Industry, c.Source, c.Channel, c.Lifecycle, c.IsBlocked,
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Country).FirstOrDefault(),
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Region).FirstOrDefault(),
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.City).FirstOrDefault(),
        c.OwnerId, c.UnitId, c.RegisteredAt, c.Version);
}

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
    IReadOnlyList<string> Tags,
    IReadOnlyList<ContactInput> Contacts,
    IReadOnlyList<AddressInput> Addresses,
    IReadOnlyList<ContactPointInput> ContactPoints,
    IReadOnlyList<ExternalRefInput> ExternalRefs,
    DateTimeOffset RegisteredAt,
    int Version)
{
    public static CustomerView Of(Customer c)
    {
        var input = CustomerInput.Of(c);
        return new CustomerView(
            c.Id.Value, c.Code, c.Kind, c.Name, c.ShortName, c.LegalName, c.TaxId, c.Industry, c.Size, c.Source, c.Channel, input.BornOn, c.Sex, c.Needs, c.Preferences,
            c.PreferredContact, c.Notes,
            c.Lifecycle, c.IsBlocked, c.OwnerId, c.UnitId, c.Tags, input.Contacts, input.Addresses, input.ContactPoints, input.ExternalRefs,
            c.RegisteredAt, c.Version);
    }
}
