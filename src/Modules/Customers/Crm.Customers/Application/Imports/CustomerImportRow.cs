using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using FluentValidation;

namespace Crm.Customers.Application.Imports;

/// <summary>A customer in a file, with one contact, one address and one number of each kind. What is empty says nothing.</summary>
internal sealed record CustomerImportRow(
    [ImportField("Name", "名称")] string Name,
    [ImportField("The company's own customer number; left out, the system gives one", "客户编号；为空则由系统生成", MaxLength = 40)] string? Code = null,
    [ImportField("Organisation or person; an organisation when a new one does not say", "企业或个人；新客户未注明时为企业")] CustomerKind? Kind = null,
    [ImportField("Short name", "简称")] string? ShortName = null,
    [ImportField("Tax number", "税号")] string? TaxId = null,
    [ImportField("Industry", "行业")] string? Industry = null,
    [ImportField("Name in the register", "注册名称")] string? LegalName = null,
    [ImportField("Size", "规模")] CompanySize? Size = null,
    [ImportField("Where the customer comes from", "来源")] string? Source = null,
    [ImportField("Channel", "渠道")] string? Channel = null,
    [ImportField("Lifecycle; a prospect when a new one does not say", "生命周期；新客户未注明时为潜在客户")] Lifecycle? Lifecycle = null,
    [ImportField("Notes", "备注", MaxLength = 4000)] string? Notes = null,
    [ImportField("Person to talk to", "联系人")] string? ContactName = null,
    [ImportField("Title of that person", "联系人职务")] string? ContactTitle = null,
    [ImportField("Street and number of the main address", "主要地址：街道")] string? Street = null,
    [ImportField("City", "城市")] string? City = null,
    [ImportField("State or province", "省/州")] string? Region = null,
    [ImportField("Postal code", "邮编", MaxLength = 40)] string? PostalCode = null,
    [ImportField("Country", "国家")] string? Country = null,
    [ImportField("Phone", "电话")] string? Phone = null,
    [ImportField("Mobile phone", "手机")] string? Mobile = null,
    [ImportField("Fax", "传真")] string? Fax = null,
    [ImportField("E-mail", "电子邮件")] string? Email = null)
{
    /// <summary>The customer with what the file says of it; what the file does not say, or has not known for long, stays.</summary>
    public CustomerInput On(CustomerInput present) => present with
    {
        Name = Name.Trim(),
        Code = Code ?? present.Code,
        Kind = Kind ?? present.Kind,
        ShortName = ShortName ?? present.ShortName,
        TaxId = TaxId ?? present.TaxId,
        Industry = Industry ?? present.Industry,
        LegalName = LegalName ?? present.LegalName,
        Size = Size ?? present.Size,
        Source = Source ?? present.Source,
        Channel = Channel ?? present.Channel,
        Lifecycle = Lifecycle ?? present.Lifecycle,
        Notes = Notes ?? present.Notes,
        Contacts = ContactsOn(present.Contacts),
        Addresses = AddressesOn(present.Addresses),
        ContactPoints = ContactPointsOn(present.ContactPoints, AddressesOn(present.Addresses)),
    };

    private IReadOnlyList<ContactInput> ContactsOn(IReadOnlyList<ContactInput> present)
    {
        if (ContactName is null) return present;
        var known = present.FirstOrDefault(c => c.Name == ContactName);
        if (known is null) return [.. present, new ContactInput(ContactName, ContactTitle, IsPrimary: true)];
        if (ContactTitle is null || ContactTitle == known.Title) return present;
        return [.. present.Select(c => c == known ? known with { Title = ContactTitle } : c)];
    }

    // As a whole: the region of the old address is none of the new one.
    private IReadOnlyList<AddressInput> AddressesOn(IReadOnlyList<AddressInput> present)
    {
        var said = new AddressInput(Street, City, Region, PostalCode, Country, AddressKind.Main, IsPrimary: true);
        if (said == new AddressInput(IsPrimary: true) || present.Any(a => a with { Latitude = null, Longitude = null } == said)) return present;
        return [.. present.Where(a => a is not { Kind: AddressKind.Main, IsPrimary: true }), said];
    }

    // A number that is new becomes the primary one; those that people have added stay.
    private IReadOnlyList<ContactPointInput> ContactPointsOn(IReadOnlyList<ContactPointInput> present, IReadOnlyList<AddressInput> addresses)
    {
        var country = Countries.CodeOf(addresses.FirstOrDefault(a => a is { Kind: AddressKind.Main, IsPrimary: true })?.Country);
        var unknown = new (ContactPointKind Kind, string? Value)[]
        {
            (ContactPointKind.Phone, Phone), (ContactPointKind.Mobile, Mobile), (ContactPointKind.Fax, Fax), (ContactPointKind.Email, Email),
        }.Where(p => p.Value is not null && !present.Any(k => IsSame(k, p.Kind, p.Value, country))).ToList();
        return unknown.Count == 0 ? present : [.. present, .. unknown.Select(p => new ContactPointInput(p.Kind, p.Value!, IsPrimary: true))];
    }

    private static bool IsSame(ContactPointInput known, ContactPointKind kind, string value, string? country) =>
        known.Kind == kind && ContactPoint.Normalise(kind, known.Value, country) == ContactPoint.Normalise(kind, value, country);
}

internal sealed class CustomerImportRowValidator : AbstractValidator<CustomerImportRow>
{
    public CustomerImportRowValidator()
    {
        RuleFor(r => r.Phone).IsPhoneNumber();
        RuleFor(r => r.Mobile).IsPhoneNumber();
        RuleFor(r => r.Fax).IsPhoneNumber();
        RuleFor(r => r.Email).IsMailAddress();
    }
}
