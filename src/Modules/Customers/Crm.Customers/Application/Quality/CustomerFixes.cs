using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Quality;

namespace Crm.Customers.Application.Quality;

/// <param name="Kind">Of the correction.</param>
/// <param name="Field">Path in the customer.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What should.</param>
internal sealed record CustomerFix(string Kind, string Field, string Before, string After);

/// <summary>Corrections that need nobody's knowledge: another way to write the same. They are proposed, and made once somebody has approved.</summary>
internal static class CustomerFixes
{
    public const string Phone = "phone-e164";
    public const string Mail = "mail-form";
    public const string Names = "names-tidy";
    public const string Country = "country-code";
    public const string Address = "address-tidy";

    public static readonly IReadOnlyDictionary<string, Phrase> Kinds = new Dictionary<string, Phrase>
    {
        [Phone] = new("Write phone numbers as E.164", "电话号码统一为 E.164 格式"),
        [Mail] = new("Write mail addresses in lower case", "电子邮件地址统一为小写"),
        [Names] = new("Tidy names: width, spaces, capitals", "规范名称：全半角、空格、大小写"),
        [Country] = new("Write countries as codes", "国家统一为代码"),
        [Address] = new("Tidy addresses: width and spaces", "规范地址：全半角与空格"),
    };

    private const string OfContacts = "contacts.";

    public static IReadOnlyList<CustomerFix> Of(CustomerInput customer, IReadOnlyCollection<string>? kinds = null)
    {
        var fixes = new List<CustomerFix>();
        Mapped(customer, (kind, field, before, after) =>
        {
            if (after is null || before is null || after == before || after.Length == 0 || kinds?.Contains(kind) == false) return before;
            var fix = new CustomerFix(kind, field, before, after);
            if (!fixes.Contains(fix)) fixes.Add(fix);
            return before;
        });
        return fixes;
    }

    /// <summary>The customer with these corrections, as far as it still says what they would correct.</summary>
    public static CustomerInput Apply(CustomerInput customer, IReadOnlyCollection<CustomerFix> fixes) => Mapped(
        customer, (kind, field, before, _) => fixes.FirstOrDefault(f => f.Kind == kind && f.Field == field && f.Before == before)?.After ?? before);

    private static CustomerInput Mapped(CustomerInput c, Func<string, string, string?, string?, string?> map)
    {
        var country = Countries.CodeOf((c.Addresses.FirstOrDefault(a => a is { Kind: AddressKind.Main, IsPrimary: true }) ?? (c.Addresses.Count > 0 ? c.Addresses[0] : null))?.Country);
        return c with
        {
            Name = Name("name", c.Name)!,
            ShortName = Name("shortName", c.ShortName),
            LegalName = map(Names, "legalName", c.LegalName, c.LegalName is { } legal ? Tidying.Spaces(legal) : null),
            Contacts = [.. c.Contacts.Select(x => x with
            {
                Name = map(Names, $"{OfContacts}name", x.Name, Tidying.PersonName(x.Name))!,
                ContactPoints = [.. x.ContactPoints.Select(p => Point(p, OfContacts))],
            })],
            ContactPoints = [.. c.ContactPoints.Select(p => Point(p, ""))],
            Addresses = [.. c.Addresses.Select(a => a with
            {
                Lines = Tidy("addresses.lines", a.Lines),
                City = Tidy("addresses.city", a.City),
                Region = Tidy("addresses.region", a.Region),
                PostalCode = Tidy("addresses.postalCode", a.PostalCode),
                Country = map(Country, "addresses.country", a.Country, Countries.CodeOf(a.Country)),
            })],
        };

        string? Name(string field, string? text) => map(Names, field, text, text is null ? null : c.Kind == CustomerKind.Person ? Tidying.PersonName(text) : Tidying.Spaces(text));

        string? Tidy(string field, string? text) => map(Address, field, text, text is null ? null : Tidying.Spaces(text));

        ContactPointInput Point(ContactPointInput point, string owner)
        {
            if (point.Kind == ContactPointKind.Social) return point;
            var normal = ContactPoint.Normalise(point.Kind, point.Value, country);
            var kind = point.Kind == ContactPointKind.Email ? Mail : Phone;
            return point with { Value = map(kind, $"{owner}contactPoints.value", point.Value, kind == Mail || PhoneNumber.IsValid(normal) ? normal : null)! };
        }
    }
}
