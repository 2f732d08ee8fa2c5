using Crm.BuildingBlocks;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Domain;

/// <summary>An organisation or person that buys, may buy or has bought.</summary>
internal sealed class Customer : AggregateRoot, IOwned, IDeletable
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

    public void Change(CustomerDetails details, Guid? ownerId, Guid? unitId)
    {
        RefuseIfErased();
        (OwnerId, UnitId) = (ownerId, unitId);
        Take(details);
        Raise(new CustomerWasChanged());
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
    public void Anonymise()
    {
        if (IsErased) return;
        (Name, SearchText) = ("", "");
        (ShortName, LegalName, TaxId, BornOn, Sex) = (null, null, null, null, null);
        (Needs, Preferences, PreferredContact, Notes) = (null, null, null, null);
        (Lifecycle, IsBlocked, Tags) = (Lifecycle.Closed, true, []);
        _contacts.Clear();
        _contactPoints.Clear();
        _externalRefs.Clear();
        foreach (var address in _addresses) address.Anonymise();
        Raise(new CustomerWasAnonymised());
    }

    private void RefuseIfErased()
    {
        if (IsErased) throw CustomersRules.Erased.Broken();
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
        Replace(_addresses, details.Addresses, (a, b) => a.SaysTheSameAs(b), (a, b) => a.IsPrimary = b.IsPrimary, a => a);
        Replace(_externalRefs, details.ExternalRefs, (a, b) => (a.System, a.ExternalId) == (b.System, b.ExternalId), (_, _) => { }, r => r);
        TakeContacts(details.Contacts, details.ContactPoints);
        MakeOnePrimaryPerKind();
        foreach (var point in _contactPoints) point.NormaliseFor(Country);
        var searched = Folding.Fold(string.Join(' ', new[] { Name, ShortName, LegalName, Code, Pinyin.Initials(Name), Pinyin.Initials(ShortName) }.OfType<string>()));
        SearchText = searched[..Math.Min(searched.Length, LongestSearchText)];
    }

    private void TakeContacts(IReadOnlyList<ContactFacts> contacts, IReadOnlyList<ContactPointFacts> own)
    {
        if (contacts.FirstOrDefault(c => c.Id is { } id && _contacts.TrueForAll(known => known.Id != id)) is { } unknown)
            throw CustomersRules.ContactUnknown.Broken(unknown.Id);
        Replace(_contacts, contacts, (a, b) => a.IsMeantBy(b), (a, b) => a.Take(b), facts => new Contact(facts));
        var points = own.Select(facts => (Facts: facts, ContactId: (Guid?)null))
            .Concat(contacts.SelectMany(c => c.ContactPoints, (c, facts) => (Facts: facts, ContactId: (Guid?)_contacts.First(known => known.IsMeantBy(c)).Id)));
        Replace(
            _contactPoints, [.. points], (a, b) => a.Is(b.Facts, b.ContactId), (a, b) => a.TakeRest(b.Facts), point => new ContactPoint(point.Facts, point.ContactId));
    }

    // What says the same stays the same row, so that the change history shows what really changed. Which part is the primary one is said
    // of the row, and is no part of what it says: a caller who names none would otherwise exchange the row with every change.
    private static void Replace<TPart, TWanted>(
        List<TPart> present, IReadOnlyList<TWanted> wanted, Func<TPart, TWanted, bool> same, Action<TPart, TWanted> takeRest, Func<TWanted, TPart> make)
    {
        present.RemoveAll(p => !wanted.Any(w => same(p, w)));
        foreach (var part in wanted)
        {
            if (present.Find(p => same(p, part)) is { } known) takeRest(known, part);
            else present.Add(make(part));
        }
    }

    private void MakeOnePrimaryPerKind()
    {
        MakeOnePrimary(_contacts, c => c.IsPrimary, (c, primary) => c.IsPrimary = primary);
        foreach (var kind in _addresses.GroupBy(a => a.Kind)) MakeOnePrimary([.. kind], a => a.IsPrimary, (a, primary) => a.IsPrimary = primary);
        foreach (var kind in _contactPoints.GroupBy(p => (p.ContactId, p.Kind, p.Network))) MakeOnePrimary([.. kind], p => p.IsPrimary, (p, primary) => p.IsPrimary = primary);
    }

    private static void MakeOnePrimary<TPart>(List<TPart> parts, Func<TPart, bool> isPrimary, Action<TPart, bool> set)
    {
        var primary = Math.Max(parts.FindLastIndex(p => isPrimary(p)), 0);
        for (var i = 0; i < parts.Count; i++)
        {
            if (isPrimary(parts[i]) != (i == primary)) set(parts[i], i == primary);
        }
    }
}
