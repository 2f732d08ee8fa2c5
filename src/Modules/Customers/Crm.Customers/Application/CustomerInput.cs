using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>A customer as callers write it: the body of registering, changing and importing.</summary>
internal record CustomerInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "customers";

    /// <summary>The company's own customer number. Left out, the system gives one.</summary>
    public string? Code { get; init; }

    public CustomerKind Kind { get; init; } = CustomerKind.Organisation;

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public string? TaxId { get; init; }

    public string? Industry { get; init; }

    public string? Source { get; init; }

    public string? Channel { get; init; }

    public DateOnly? BornOn { get; init; }

    public Sex? Sex { get; init; }

    public string? Needs { get; init; }

    public string? Notes { get; init; }

    public Lifecycle Lifecycle { get; init; } = Lifecycle.Prospect;

    public bool IsBlocked { get; init; }

    /// <summary>Left out, the caller.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out, the caller's unit.</summary>
    public Guid? UnitId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ContactInput> Contacts { get; init; } = [];

    public IReadOnlyList<AddressInput> Addresses { get; init; } = [];

    public IReadOnlyList<ContactPointInput> ContactPoints { get; init; } = [];

    public IReadOnlyList<ExternalRefInput> ExternalRefs { get; init; } = [];

    /// <summary>The customer as the body that would write it: what a merge patch or a file is applied to.</summary>
    public static CustomerInput Of(Customer c) => new()
    {
        Code = c.Code,
        Kind = c.Kind,
        Name = c.Name,
        ShortName = c.ShortName,
        TaxId = c.TaxId,
        Industry = c.Industry,
        Source = c.Source,
        Channel = c.Channel,
        BornOn = c.BornOn is { } born ? DateOnly.ParseExact(born, "O") : null,
        Sex = c.Sex,
        Needs = c.Needs,
        Notes = c.Notes,
        Lifecycle = c.Lifecycle,
        IsBlocked = c.IsBlocked,
        OwnerId = c.OwnerId,
        UnitId = c.UnitId,
        Tags = c.Tags,
        Contacts = [.. c.Contacts.Select(x => new ContactInput(x.Name, x.Title, x.IsPrimary))],
        Addresses = [.. c.Addresses.Select(a => new AddressInput(a.Lines, a.City, a.Region, a.PostalCode, a.Country, a.Kind, a.IsPrimary))],
        ContactPoints = [.. c.ContactPoints.Select(p => new ContactPointInput(p.Kind, p.Value, p.IsPrimary))],
        ExternalRefs = [.. c.ExternalRefs.Select(r => new ExternalRefInput(r.System, r.ExternalId))],
    };

    public CustomerDetails Details(string code) => new(
        code, Kind, Name, ShortName, TaxId, Industry, Source, Channel, BornOn, Sex, Needs, Notes, Lifecycle, IsBlocked, Tags,
        [.. Contacts.Select(c => new Contact(c.Name, c.Title, c.IsPrimary))],
        [.. Addresses.Select(a => new Address(a.Kind, a.Lines, a.City, a.Region, a.PostalCode, a.Country, a.IsPrimary))],
        [.. ContactPoints.Select(p => new ContactPoint(p.Kind, p.Value, p.IsPrimary))],
        [.. ExternalRefs.Select(r => new ExternalRef(r.System, r.Id))]);
}

internal sealed record ContactInput(string Name, string? Title = null, bool IsPrimary = false);

internal sealed record AddressInput(
    string? Lines = null, string? City = null, string? Region = null, string? PostalCode = null, string? Country = null,
    AddressKind Kind = AddressKind.Main, bool IsPrimary = false);

internal sealed record ContactPointInput(ContactPointKind Kind, string Value, bool IsPrimary = false);

internal sealed record ExternalRefInput(string System, string Id);

internal sealed class CustomerInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : CustomerInput
{
    private const int LongestText = 200;
    private const int LongestNote = 4000;
    private const int MostParts = 200;

    private static readonly Phrase BlankCode = new("A code is not blank; left out, the system gives one.", "编号不能为空白；省略则由系统生成。");
    private static readonly Phrase BornLater = new("A date of birth lies in the past, after 1850.", "出生日期应在 1850 年之后且不晚于今天。");

    public CustomerInputValidator(TimeProvider time)
    {
        RuleFor(c => c.Code).MaximumLength(40).Must(c => c is null || c.Trim().Length > 0).WithPhrase(BlankCode);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(LongestText);
        RuleFor(c => c.ShortName).MaximumLength(LongestText);
        RuleFor(c => c.TaxId).MaximumLength(LongestText);
        RuleFor(c => c.Industry).MaximumLength(LongestText);
        RuleFor(c => c.Source).MaximumLength(LongestText);
        RuleFor(c => c.Channel).MaximumLength(LongestText);
        RuleFor(c => c.Needs).MaximumLength(LongestNote);
        RuleFor(c => c.Notes).MaximumLength(LongestNote);
        RuleFor(c => c.BornOn).Must(d => d is null || (d.Value.Year >= 1850 && d <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1))))
            .WithPhrase(BornLater);
        RuleFor(c => c.Tags.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Tags");
        RuleForEach(c => c.Tags).NotEmpty().MaximumLength(LongestText);
        RuleFor(c => c.Contacts.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Contacts");
        RuleForEach(c => c.Contacts).NotNull().ChildRules(contact =>
        {
            contact.RuleFor(c => c.Name).NotEmpty().MaximumLength(LongestText);
            contact.RuleFor(c => c.Title).MaximumLength(LongestText);
        });
        RuleFor(c => c.Addresses.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Addresses");
        RuleForEach(c => c.Addresses).NotNull().ChildRules(address =>
        {
            address.RuleFor(a => a.Lines).MaximumLength(LongestText);
            address.RuleFor(a => a.City).MaximumLength(LongestText);
            address.RuleFor(a => a.Region).MaximumLength(LongestText);
            address.RuleFor(a => a.PostalCode).MaximumLength(40);
            address.RuleFor(a => a.Country).MaximumLength(LongestText);
        });
        RuleFor(c => c.ContactPoints.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("ContactPoints");
        RuleForEach(c => c.ContactPoints).NotNull().ChildRules(point =>
        {
            point.RuleFor(p => p.Value).NotEmpty().MaximumLength(LongestText);
            point.RuleFor(p => p.Value).IsMailAddress().When(p => p.Kind == ContactPointKind.Email);
            point.RuleFor(p => p.Value).IsPhoneNumber().When(p => p.Kind != ContactPointKind.Email);
        });
        RuleFor(c => c.ExternalRefs.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("ExternalRefs");
        RuleForEach(c => c.ExternalRefs).NotNull().ChildRules(reference =>
        {
            reference.RuleFor(r => r.System).NotEmpty().MaximumLength(60);
            reference.RuleFor(r => r.Id).NotEmpty().MaximumLength(LongestText);
        });
    }
}
