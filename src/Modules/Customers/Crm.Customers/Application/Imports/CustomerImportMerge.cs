using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application.Imports;

/// <summary>A customer with what a file says of it; what the file does not say, or has not known for long, stays.</summary>
internal static class CustomerImportMerge
{
    private const char BetweenTags = ';';

    /// <param name="row">What the file says.</param>
    /// <param name="present">The customer as it is, or an empty one.</param>
    /// <param name="meaning">Of the names in it.</param>
    public static CustomerInput On(this CustomerImportRow row, CustomerInput present, RowMeaning meaning)
    {
        var addresses = row.Addresses().Aggregate(present.Addresses, ImportedAddress.On);
        var owner = meaning.OwnerOf(row);
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
            OwnerId = owner?.Id ?? present.OwnerId,
            // Whoever has it already may keep it in another unit than the owner's own.
            UnitId = owner is null || owner.Id == present.OwnerId ? present.UnitId : owner.UnitId ?? present.UnitId,
            Contacts = ContactsOn(row, present.Contacts, addresses),
            Addresses = addresses,
            ContactPoints = NumbersOn(row, present.ContactPoints, addresses),
            Fields = meaning.FieldsOn(row, present.Fields),
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
        var numbers = new CustomerImportRow(
            said.Name, Phone: said.Phone, Mobile: said.Mobile, Email: said.Email, PhoneOptOut: said.PhoneOptOut, EmailOptOut: said.EmailOptOut);
        var known = present.FirstOrDefault(c => c.Name == said.Name);
        if (known is null) return [.. present, new ContactInput(said.Name, said.Title, isPrimary, said.Department) { ContactPoints = NumbersOn(numbers, [], addresses) }];
        var wanted = known with { Title = said.Title ?? known.Title, Department = said.Department ?? known.Department, ContactPoints = NumbersOn(numbers, known.ContactPoints, addresses) };
        return wanted == known ? present : [.. present.Select(c => ReferenceEquals(c, known) ? wanted : c)];
    }

    // A number that is new becomes the primary one; those that people have added stay.
    private static IReadOnlyList<ContactPointInput> NumbersOn(CustomerImportRow row, IReadOnlyList<ContactPointInput> present, IReadOnlyList<AddressInput> addresses)
    {
        var country = Countries.CodeOf(addresses.FirstOrDefault(a => a is { Kind: AddressKind.Main, IsPrimary: true })?.Country);
        var unknown = row.Numbers().Where(p => !present.Any(k => IsSame(k, p, country))).ToList();
        var numbers = unknown.Count == 0 ? present : [.. present, .. unknown];
        // That somebody may be written to again is for people to say: a file that knows of no wish takes none back.
        return numbers.Any(IsRefused) ? [.. numbers.Select(p => IsRefused(p) ? p with { IsOptedOut = true } : p)] : numbers;

        bool IsRefused(ContactPointInput point) => !point.IsOptedOut && point.Kind switch
        {
            ContactPointKind.Phone or ContactPointKind.Mobile => row.PhoneOptOut == true,
            ContactPointKind.Email => row.EmailOptOut == true,
            ContactPointKind.Fax => row.FaxOptOut == true,
            _ => false,
        };
    }

    private static bool IsSame(ContactPointInput known, ContactPointInput said, string? country) => (known.Kind, known.Network) == (said.Kind, said.Network)
        && ContactPoint.Normalise(said.Kind, known.Value, country) == ContactPoint.Normalise(said.Kind, said.Value, country);
}
