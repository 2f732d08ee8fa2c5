using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct ApiClientId(Guid Value) : ITypedId;

/// <summary>An app of the company that calls the API with a key.</summary>
internal sealed class ApiClient : AggregateRoot
{
    private const int MostValidKeys = 2;

    private readonly List<ApiKey> _keys = [];
    private List<string> _roles = [];
    private List<Grant> _grants = [];

    private ApiClient(ApiClientId id, string name)
    {
        Id = id;
        Name = name;
    }

    public ApiClientId Id { get; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; }

    /// <summary>Records that it makes belong to this unit.</summary>
    public OrgUnitId? UnitId { get; private set; }

    /// <summary>It acts as this person: records it makes are theirs, "own" means theirs.</summary>
    public UserId? ActsForId { get; private set; }

    public bool Active { get; private set; } = true;

    public ClientLimits Limits { get; private set; } = ClientLimits.Default;

    public IReadOnlyList<string> Roles => _roles;

    /// <summary>Permissions given directly, on top of those of the roles.</summary>
    public IReadOnlyList<Grant> Grants => _grants;

    /// <summary>All it ever had; a key that is no longer valid stays as a record of when it was used last.</summary>
    public IReadOnlyList<ApiKey> Keys => _keys;

    public static ApiClient Create(ClientProfile profile)
    {
        var client = new ApiClient(new ApiClientId(Guid.CreateVersion7()), profile.Name);
        client.Apply(profile);
        client.Raise(new ApiClientWasChanged());
        return client;
    }

    public void Change(ClientProfile profile)
    {
        Apply(profile);
        Raise(new ApiClientWasChanged());
    }

    public void SetActive(bool active)
    {
        if (Active == active) return;
        Active = active;
        Raise(new ApiClientWasChanged());
    }

    /// <param name="secret">What the app will send; only its hash is kept.</param>
    /// <param name="expiresAt">Null never expires.</param>
    /// <param name="now">The present.</param>
    public ApiKey AddKey(byte[] secret, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        if (!Active) throw PlatformRules.ClientIsInactive.Broken();
        if (expiresAt <= now) throw PlatformRules.KeyExpiresInThePast.Broken();
        if (_keys.Count(k => k.IsValid(now)) >= MostValidKeys) throw PlatformRules.TwoValidKeys.Broken();
        var key = ApiKey.From(secret, expiresAt, now);
        _keys.Add(key);
        Raise(new ApiClientWasChanged());
        return key;
    }

    /// <summary>A new key, and the others go on only until <paramref name="othersUntil"/>, so that the app can be changed over.</summary>
    public ApiKey Rotate(byte[] secret, DateTimeOffset? expiresAt, DateTimeOffset othersUntil, DateTimeOffset now)
    {
        // The one that was made last is the one in use; older ones give way to keep two at most.
        foreach (var older in _keys.Where(k => k.IsValid(now)).OrderByDescending(k => k.CreatedAt).Skip(MostValidKeys - 1)) older.Revoke(now);
        foreach (var key in _keys.Where(k => k.IsValid(now))) key.ExpireBy(othersUntil);
        return AddKey(secret, expiresAt, now);
    }

    public void RevokeKey(Guid key, DateTimeOffset now)
    {
        var found = _keys.Find(k => k.Id == key) ?? throw PlatformRules.KeyUnknown.Broken(key);
        if (!found.IsValid(now)) return;
        found.Revoke(now);
        Raise(new ApiClientWasChanged());
    }

    private void Apply(ClientProfile profile)
    {
        (Name, UnitId, ActsForId, Limits) = (profile.Name, profile.UnitId, profile.ActsForId, profile.Limits);
        _roles = [.. profile.Roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _grants = [.. profile.Grants.OrderBy(g => g.Permission, StringComparer.Ordinal)];
    }
}

internal sealed record ClientProfile(
    string Name,
    OrgUnitId? UnitId,
    UserId? ActsForId,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Grant> Grants,
    ClientLimits Limits);

internal sealed record ApiClientWasChanged : DomainEvent;
