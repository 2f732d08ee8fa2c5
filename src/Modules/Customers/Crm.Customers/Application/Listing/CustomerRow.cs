using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application.Listing;

/// <summary>A customer in a list.</summary>
/// <param name="GradeValidUntil">The last business day on which the grade holds.</param>
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
    string? Grade,
    DateOnly? GradeValidUntil,
    [property: MaskedAs("customers.addresses.country")] string? Country,
    [property: MaskedAs("customers.addresses.region")] string? Region,
    [property: MaskedAs("customers.addresses.city")] string? City,
    Guid? OwnerId,
    Guid? UnitId,
    Guid? TerritoryId,
    DateTimeOffset RegisteredAt,
    int Version)
{
    public static readonly Expression<Func<Customer, CustomerRow>> FromCustomer = c => new CustomerRow(
        c.Id.Value, c.Code, c.Kind, c.Name, c.ShortName, c.Industry, c.Source, c.Channel, c.Lifecycle, c.IsBlocked, c.Grade, c.GradeValidUntil,
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Country).FirstOrDefault(),
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Region).FirstOrDefault(),
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.City).FirstOrDefault(),
        c.OwnerId, c.UnitId, c.TerritoryId, c.RegisteredAt, c.Version);
}
