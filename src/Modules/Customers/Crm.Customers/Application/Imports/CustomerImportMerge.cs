using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application.Imports;

/// <summary>A customer with what a file says of it; what the file does not say, or has not known for long, stays.</summary>
internal static class CustomerImportMerge
{
    private const char BetweenTags = ';';

    public static CustomerInput On(this CustomerImportRow row, CustomerInput present)
    {
        var addresses = AddressesOn(row, present.Addresses);
        return present with
        {
            Name = row.Name.Trim(),
            Code = row.Code ?? present.Code,
            Kind = row.Kind ?? present.Kind,
            ShortName = row.ShortName ?? present.ShortName,
            TaxId = row.TaxId ?? present.TaxId,
            Industry = row.Industry ?? present.Industry,
            LegalName = row.LegalName ?? present.LegalName,
            Size = row.Size ?? present.Size,
            Source = row.Source ?? present.Source,
            Channel = row.Channel ?? present.Channel,
            BornOn = row.BornOn ?? present.BornOn,
            Sex = row.Sex ?? present.Sex,
            Needs = row.Needs ?? present.Needs,
            Preferences = row.Preferences ?? present.Preferences,
            Lifecycle = row.Lifecycle ?? present.Lifecycle,
            Notes = row.Notes ?? present.Notes,
            Tags = TagsOn(row.Tags, present.Tags),
            Contacts = ContactsOn(row, present.Contacts, addresses),
            Addresses = addresses,
            ContactPoints = NumbersOn(row.Numbers(), present.ContactPoints, addresses),
        };
    }

    private static IReadOnlyList<string> TagsOn(string? said, IReadOnlyList<string> present)
    {
        var added = said?.Split(BetweenTags, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Except(present).ToList() ?? [];
        return added.Count == 0 ? present : [.. present, .. added];
    }

    private static IReadOnlyList<ContactInput> ContactsOn(CustomerImportRow row, IReadOnlyList<ContactInput> present, IReadOnlyList<AddressInput> addresses)
    {
        var contacts = row.ContactName is null ? present : ContactOn(new CustomerImportContact(row.ContactName, row.ContactTitle), present, addresses, isPrimary: true);
        return (row.Contacts ?? []).Aggregate(contacts, (known, said) => ContactOn(said, known, addresses, isPrimary: false));
    }

    private static IReadOnlyList<ContactInput> ContactOn(CustomerImportContact said, IReadOnlyList<ContactInput> present, IReadOnlyList<AddressInput> addresses, bool isPrimary)
    {
        var numbers = new CustomerImportRow(said.Name, Phone: said.Phone, Mobile: said.Mobile, Email: said.Email).Numbers();
        var known = present.FirstOrDefault(c => c.Name == said.Name);
        if (known is null) return [.. present, new ContactInput(said.Name, said.Title, isPrimary, said.Department) { ContactPoints = NumbersOn(numbers, [], addresses) }];
        var wanted = known with { Title = said.Title ?? known.Title, Department = said.Department ?? known.Department, ContactPoints = NumbersOn(numbers, known.ContactPoints, addresses) };
        return wanted == known ? present : [.. present.Select(c => ReferenceEquals(c, known) ? wanted : c)];
    }

    // As a whole: the region of the old address is none of the new one.
    private static IReadOnlyList<AddressInput> AddressesOn(CustomerImportRow row, IReadOnlyList<AddressInput> present)
    {
        var said = new AddressInput(row.Street, row.City, row.Region, row.PostalCode, row.Country, AddressKind.Main, IsPrimary: true);
        if (said == new AddressInput(IsPrimary: true) || present.Any(a => a with { Latitude = null, Longitude = null } == said)) return present;
        return [.. present.Where(a => a is not { Kind: AddressKind.Main, IsPrimary: true }), said];
    }

    // A number that is new becomes the primary one; those that people have added stay.
    private static IReadOnlyList<ContactPointInput> NumbersOn(
        IEnumerable<(ContactPointKind Kind, string Value)> said, IReadOnlyList<ContactPointInput> present, IReadOnlyList<AddressInput> addresses)
    {
        var country = Countries.CodeOf(addresses.FirstOrDefault(a => a is { Kind: AddressKind.Main, IsPrimary: true })?.Country);
        var unknown = said.Where(p => !present.Any(k => IsSame(k, p.Kind, p.Value, country))).ToList();
        return unknown.Count == 0 ? present : [.. present, .. unknown.Select(p => new ContactPointInput(p.Kind, p.Value, IsPrimary: true))];
    }

    private static bool IsSame(ContactPointInput known, ContactPointKind kind, string value, string? country) =>
        known.Kind == kind && ContactPoint.Normalise(kind, known.Value, country) == ContactPoint.Normalise(kind, value, country);
}
