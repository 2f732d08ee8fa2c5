using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct UserId(Guid Value) : ITypedId;

/// <summary>A person who signs in through the company's identity provider, owns records and receives reports.</summary>
internal sealed class User : AggregateRoot
{
    private List<string> _roles = [];
    private List<string>? _providerRoles;

    private User(UserId id, string login, string name)
    {
        Id = id;
        Login = login;
        Name = name;
    }

    public UserId Id { get; }

    public override Guid Key => Id.Value;

    /// <summary>As the identity provider names the person; lower case, never reused for somebody else.</summary>
    [PersonalInCopies]
    public string Login { get; private set; }

    [PersonalInCopies]
    public string Name { get; private set; }

    [Personal]
    public string? Email { get; private set; }

    public OrgUnitId? UnitId { get; private set; }

    public Language? Language { get; private set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "UTC";

    public bool Active { get; private set; } = true;

    /// <summary>Names of roles. The identity provider's word on roles, where it gives one, goes before these.</summary>
    public IReadOnlyList<string> Roles => _roles;

    /// <summary>What the identity provider said of the person's roles last; null when it leaves them to us.</summary>
    public IReadOnlyList<string>? ProviderRoles => _providerRoles;

    /// <summary>The unit the identity provider named last; null when it leaves it to us.</summary>
    public OrgUnitId? ProviderUnitId { get; private set; }

    /// <summary>When the token was issued that said so.</summary>
    public DateTimeOffset? ProviderSpokeAt { get; private set; }

    public static User Create(string login, UserProfile profile, IEnumerable<string> roles)
    {
        var user = new User(new UserId(Guid.CreateVersion7()), NormalLogin(login), profile.Name);
        user.Apply(profile);
        user._roles = Sorted(roles);
        user.Raise(new UserWasChanged());
        return user;
    }

    public void Change(UserProfile profile)
    {
        if (profile == Profile) return;
        Apply(profile);
        Raise(new UserWasChanged());
    }

    public void GiveRoles(IEnumerable<string> roles)
    {
        var sorted = Sorted(roles);
        if (sorted.SequenceEqual(_roles)) return;
        _roles = sorted;
        Raise(new UserWasChanged());
    }

    /// <summary>
    /// Keeps what a token says, so that what is made for the person while nobody is signed in is made with the same rights. An older token
    /// than the one heard last changes nothing: two of them in use at a time would take turns for ever.
    /// </summary>
    public void Hear(IEnumerable<string>? roles, OrgUnitId? unit, DateTimeOffset issuedAt)
    {
        if (issuedAt <= ProviderSpokeAt || Says(roles, unit)) return;
        (_providerRoles, ProviderUnitId, ProviderSpokeAt) = (roles is null ? null : Sorted(roles), unit, issuedAt);
        Raise(new ProviderSpokeOfUser());
    }

    /// <summary>Whether this is what the provider said last.</summary>
    public bool Says(IEnumerable<string>? roles, OrgUnitId? unit) =>
        unit == ProviderUnitId && (roles is null ? _providerRoles is null : _providerRoles is not null && Sorted(roles).SequenceEqual(_providerRoles));

    public void SetActive(bool active)
    {
        if (Active == active) return;
        Active = active;
        Raise(new UserWasChanged());
    }

    /// <summary>The person is to be forgotten: what identifies them goes, the id stays so that records keep their owner.</summary>
    public void Erase()
    {
        Login = $"erased-{Id.Value:N}";
        Name = "";
        Email = null;
        Active = false;
        _roles = [];
        (_providerRoles, ProviderUnitId) = (null, null);
        Raise(new UserWasChanged());
    }

    public static string NormalLogin(string login) => login.Trim().ToLowerInvariant();

    private UserProfile Profile => new(Name, Email, UnitId, Language, TimeZone);

    private void Apply(UserProfile profile) => (Name, Email, UnitId, Language, TimeZone) = profile;

    private static List<string> Sorted(IEnumerable<string> roles) => [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

internal sealed record UserProfile(string Name, string? Email, OrgUnitId? UnitId, Language? Language, string TimeZone);

internal sealed record UserWasChanged : DomainEvent;

/// <summary>Of what only the platform needs to know.</summary>
internal sealed record ProviderSpokeOfUser : DomainEvent;
