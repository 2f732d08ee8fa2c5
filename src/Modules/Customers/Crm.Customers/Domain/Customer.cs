using Crm.BuildingBlocks;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Domain;

/// <summary>An organisation or person that buys, may buy or has bought.</summary>
internal sealed partial class Customer : AggregateRoot, IPooled, IDeletable
{
    /// <summary>Folding can make a text longer; what is beyond this is not searched.</summary>
    public const int LongestSearchText = 500;

    private readonly List<Contact> _contacts = [];
    private readonly List<Address> _addresses = [];
    private readonly List<ContactPoint> _contactPoints = [];
    private readonly List<ExternalRef> _externalRefs = [];

    private Customer()
    {
    }

    public CustomerId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public CustomerKind Kind { get; private set; }

    /// <summary>Empty once the person was erased, and only then.</summary>
    [PersonalInCopies]
    public string Name { get; private set; } = "";

    [PersonalInCopies]
    public string? ShortName { get; private set; }

    /// <summary>As it stands in the register.</summary>
    [PersonalInCopies]
    public string? LegalName { get; private set; }

    [Personal]
    public string? TaxId { get; private set; }

    public string? Industry { get; private set; }

    public CompanySize? Size { get; private set; }

    [PersonalInCopies]
    public string? Source { get; private set; }

    public string? Channel { get; private set; }

    /// <summary>Date of birth as <c>yyyy-MM-dd</c>: a text, because it is encrypted at rest.</summary>
    [Personal]
    public string? BornOn { get; private set; }

    [PersonalInCopies]
    public Sex? Sex { get; private set; }

    [PersonalInCopies]
    public string? Needs { get; private set; }

    /// <summary>How the customer wants to be treated.</summary>
    [PersonalInCopies]
    public string? Preferences { get; private set; }

    public ContactPointKind? PreferredContact { get; private set; }

    [Personal]
    public string? Notes { get; private set; }

    public Lifecycle Lifecycle { get; private set; }

    /// <summary>New orders are refused.</summary>
    public bool IsBlocked { get; private set; }

    [PersonalInCopies]
    public IReadOnlyList<string> Tags { get; private set; } = [];

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Names and code, folded, and the initials of Chinese names: what a search by part of a name looks into.</summary>
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<Contact> Contacts => _contacts;

    public IReadOnlyList<Address> Addresses => _addresses;

    public IReadOnlyList<ContactPoint> ContactPoints => _contactPoints;

    /// <summary>The customer's own and those of its contacts.</summary>
    public IEnumerable<ContactPoint> Numbers => _contactPoints.Concat(_contacts.SelectMany(c => c.ContactPoints));

    public IReadOnlyList<ExternalRef> ExternalRefs => _externalRefs;

    /// <summary>The address by which others know where the customer is.</summary>
    public Address? MainAddress => _addresses.Find(a => a is { IsPrimary: true, Kind: AddressKind.Main }) ?? _addresses.FirstOrDefault();

    /// <summary>ISO 3166-1 alpha-2 of the main address; null where it says none, or none that is known.</summary>
    public string? Country => Countries.CodeOf(MainAddress?.Country);

    public static Customer Register(CustomerDetails details, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        var customer = new Customer { Id = CustomerId.New(), OwnerId = ownerId, UnitId = unitId, RegisteredAt = now };
        customer.Take(details);
        customer.Raise(new CustomerWasRegistered());
        return customer;
    }

    /// <summary>Nothing changes any more: whoever knows it by a code cannot fill it again.</summary>
    public bool IsErased => Name.Length == 0;

    public void Change(CustomerDetails details, Guid? ownerId, Guid? unitId, DateTimeOffset now)
    {
        RefuseIfErased();
        var (before, wasBlocked) = (Ownership, IsBlocked);
        if (!CanComeTo(before with { OwnerId = ownerId, UnitId = unitId })) throw PoolRules.ClaimFirst.Broken();
        BelongTo(ownerId, unitId, now);
        Take(details);
        Raise(new CustomerWasChanged());
        TellOwnershipAndBlocking(before, wasBlocked);
    }

    public void Delete(DateTimeOffset now)
    {
        RefuseIfErased();
        DeletedAt = now;
        Raise(new CustomerWasDeleted());
    }

    public void Restore()
    {
        RefuseIfErased();
        if (DeletedAt is null) throw CustomersRules.NotDeleted.Broken();
        DeletedAt = null;
        Raise(new CustomerWasRestored());
    }

    /// <summary>
    /// Takes away all that says who this is and closes and blocks the record; code, region and country stay for the books and the reports. Its
    /// keys in other systems are free for whoever is registered under them next. Happens once, however often it is asked for.
    /// </summary>
    /// <param name="personalFields">Keys of the company's own fields that are personal now.</param>
    public void Anonymise(IReadOnlyCollection<string> personalFields)
    {
        if (IsErased) return;
        (Name, SearchText, FormerNames) = ("", "", null);
        (ShortName, LegalName, TaxId, BornOn, Sex, Source) = (null, null, null, null, null, null);
        (Needs, Preferences, PreferredContact, Notes) = (null, null, null, null);
        (Lifecycle, IsBlocked, Tags) = (Lifecycle.Closed, true, []);
        (OwnershipReason, BlockReason) = (null, null);
        ForgetFields(personalFields);
        _contacts.Clear();
        _contactPoints.Clear();
        (PoolId, PooledAt) = (null, null);
        _externalRefs.Clear();
        foreach (var address in _addresses) address.Anonymise();
        Raise(new CustomerWasAnonymised());
    }

    /// <summary>Takes out somebody to talk to, whatever has become of the record otherwise.</summary>
    /// <returns>The normalised numbers and addresses by which nobody is reached any more.</returns>
    public IReadOnlyCollection<string> ForgetContact(Guid contact)
    {
        if (_contacts.Find(c => c.Id == contact) is not { } gone) return [];
        _contacts.Remove(gone);
        Parts.MakeOnePrimary(_contacts, c => c.IsPrimary, (c, isPrimary) => c.IsPrimary = isPrimary);
        Raise(new CustomerWasChanged());
        return [.. gone.ContactPoints.Select(p => p.Normalised).Except(_contactPoints.Select(p => p.Normalised))];
    }

    private void RefuseIfErased()
    {
        if (IsErased) throw CustomersRules.Erased.Broken();
        RefuseIfMerged();
    }

    private void Take(CustomerDetails details)
    {
        Code = details.Code.Trim();
        Kind = details.Kind;
        Name = details.Name.Trim();
        ShortName = details.ShortName;
        LegalName = details.LegalName;
        TaxId = details.TaxId;
        Industry = details.Industry;
        Size = details.Size;
        Source = details.Source;
        Channel = details.Channel;
        BornOn = details.BornOn?.ToString("O");
        Sex = details.Sex;
        Needs = details.Needs;
        Preferences = details.Preferences;
        PreferredContact = details.PreferredContact;
        Notes = details.Notes;
        Lifecycle = details.Lifecycle;
        IsBlocked = details.IsBlocked;
        if (!Tags.SequenceEqual(details.Tags)) Tags = [.. details.Tags];
        TerritoryId = details.TerritoryId ?? TerritoryId;
        if (details.Fields is { } fields) FieldValue.Replace(_fields, fields);
        Parts.Replace(_addresses, details.Addresses, (a, b) => a.SaysTheSameAs(b), (a, b) => a.IsPrimary = b.IsPrimary, a => a);
        foreach (var kind in _addresses.GroupBy(a => a.Kind)) Parts.MakeOnePrimary([.. kind], a => a.IsPrimary, (a, primary) => a.IsPrimary = primary);
        Parts.Replace(_externalRefs, details.ExternalRefs, (a, b) => (a.System, a.ExternalId) == (b.System, b.ExternalId), (_, _) => { }, r => r);
        Contact.Replace(_contacts, details.Contacts);
        ContactPoint.Replace(_contactPoints, details.ContactPoints);
        var country = Country;
        foreach (var point in Numbers) point.NormaliseFor(country);
        MakeSearchText();
    }
}
