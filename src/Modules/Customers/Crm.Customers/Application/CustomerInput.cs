using System.Text.Json;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

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

    /// <summary>As it stands in the register.</summary>
    public string? LegalName { get; init; }

    public string? TaxId { get; init; }

    public string? Industry { get; init; }

    public CompanySize? Size { get; init; }

    public string? Source { get; init; }

    public string? Channel { get; init; }

    public DateOnly? BornOn { get; init; }

    public Sex? Sex { get; init; }

    public string? Needs { get; init; }

    /// <summary>How the customer wants to be treated.</summary>
    public string? Preferences { get; init; }

    /// <summary>How the customer would rather be reached.</summary>
    public ContactPointKind? PreferredContact { get; init; }

    public string? Notes { get; init; }

    public Lifecycle Lifecycle { get; init; } = Lifecycle.Prospect;

    public bool IsBlocked { get; init; }

    /// <summary>Left out, the caller.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out, the caller's unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Left out, a new customer comes to the territory that it fits best, and any other stays where it is.</summary>
    public Guid? TerritoryId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ContactInput> Contacts { get; init; } = [];

    public IReadOnlyList<AddressInput> Addresses { get; init; } = [];

    /// <summary>The customer's own; those of a person to talk to are said with the contact.</summary>
    public IReadOnlyList<ContactPointInput> ContactPoints { get; init; } = [];

    public IReadOnlyList<ExternalRefInput> ExternalRefs { get; init; } = [];

    /// <summary>The fields of the company's own, by their keys: a text, a number, true or false, a date as yyyy-MM-dd, the key of an option, a list of such.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The customer as the body that would write it: what a merge patch or a file is applied to.</summary>
    public static CustomerInput Of(Customer c) => new()
    {
        Code = c.Code,
        Kind = c.Kind,
        Name = c.Name,
        ShortName = c.ShortName,
        LegalName = c.LegalName,
        TaxId = c.TaxId,
        Industry = c.Industry,
        Size = c.Size,
        Source = c.Source,
        Channel = c.Channel,
        BornOn = c.BornOn is { } born ? DateOnly.ParseExact(born, "O") : null,
        Sex = c.Sex,
        Needs = c.Needs,
        Preferences = c.Preferences,
        PreferredContact = c.PreferredContact,
        Notes = c.Notes,
        Lifecycle = c.Lifecycle,
        IsBlocked = c.IsBlocked,
        OwnerId = c.OwnerId,
        UnitId = c.UnitId,
        TerritoryId = c.TerritoryId,
        Tags = c.Tags,
        Contacts = [.. c.Contacts.InOrder().Select(ContactInput.Of)],
        Addresses = [.. c.Addresses.Select(a => AddressInput.Of(a))],
        ContactPoints = [.. c.ContactPoints.InOrder().Select(ContactPointInput.Of)],
        ExternalRefs = [.. c.ExternalRefs.Select(r => new ExternalRefInput(r.System, r.ExternalId))],
        Fields = FieldJson.Of(c.FieldContents),
    };

    public CustomerDetails Details(string code) => new(
        code, Kind, Name, ShortName, LegalName, TaxId, Industry, Size, Source, Channel, BornOn, Sex, Needs, Preferences, PreferredContact, Notes, Lifecycle,
        IsBlocked, Tags,
        [.. Contacts.Select(c => c.ToFacts())],
        [.. Addresses.Select(a => a.ToAddress())],
        [.. ContactPoints.Select(p => p.ToFacts())],
        [.. ExternalRefs.Select(r => new ExternalRef(r.System, r.Id))])
    {
        TerritoryId = TerritoryId,
    };
}
