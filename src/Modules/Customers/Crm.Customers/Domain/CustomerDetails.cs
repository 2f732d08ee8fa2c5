using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Fields;

namespace Crm.Customers.Domain;

/// <summary>What may be said of a customer at once, when it is registered, changed or imported.</summary>
internal sealed record CustomerDetails(
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
    IReadOnlyList<string> Tags,
    IReadOnlyList<ContactFacts> Contacts,
    IReadOnlyList<Address> Addresses,
    IReadOnlyList<ContactPointFacts> ContactPoints,
    IReadOnlyList<ExternalRef> ExternalRefs)
{
    /// <summary>Null: it stays where it is.</summary>
    public Guid? TerritoryId { get; init; }

    /// <summary>The fields of the company's own, by their keys; null: they stay as they are.</summary>
    public IReadOnlyDictionary<string, FieldEntry>? Fields { get; init; }
}
