namespace Crm.Customers.Domain;

/// <summary>What may be said of a customer at once, when it is registered, changed or imported.</summary>
internal sealed record CustomerDetails(
    string Code,
    CustomerKind Kind,
    string Name,
    string? ShortName,
    string? TaxId,
    string? Industry,
    string? Source,
    string? Channel,
    DateOnly? BornOn,
    Sex? Sex,
    string? Needs,
    string? Notes,
    Lifecycle Lifecycle,
    bool IsBlocked,
    IReadOnlyList<string> Tags,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Address> Addresses,
    IReadOnlyList<ContactPoint> ContactPoints,
    IReadOnlyList<ExternalRef> ExternalRefs);
