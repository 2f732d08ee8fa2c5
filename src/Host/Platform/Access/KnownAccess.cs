using System.Collections.Concurrent;
using Crm.BuildingBlocks;
using Crm.Host.Platform.Domain;

namespace Crm.Host.Platform.Access;

/// <summary>What was read of users, roles, clients, units and settings. Thrown away as a whole when any of them changes.</summary>
internal sealed class KnownAccess(
    UnitTree units, IReadOnlyDictionary<string, Guid> unitsByCode, IReadOnlyDictionary<string, Role> roles, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>Those that differ from their default.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = settings;

    public ConcurrentDictionary<Guid, ClientAccess> Clients { get; } = new();

    public ConcurrentDictionary<string, UserAccess> Users { get; } = new(StringComparer.Ordinal);

    public bool Knows(string role) => roles.ContainsKey(role);

    public Guid? UnitOf(string code) => unitsByCode.TryGetValue(code, out var unit) ? unit : null;

    /// <summary>Gives a caller what its roles allow. Of several roles the one that allows more counts, for rows as for masked fields.</summary>
    public Caller WithRights(Caller caller, IEnumerable<string> roleNames, IEnumerable<Grant> grants)
    {
        var given = roleNames.Select(name => roles.GetValueOrDefault(name)).OfType<Role>().ToList();
        var permissions = new Dictionary<string, RowScope>(StringComparer.Ordinal);
        foreach (var grant in given.SelectMany(r => r.Grants).Concat(grants))
        {
            if (!permissions.TryGetValue(grant.Permission, out var scope) || grant.Scope > scope) permissions[grant.Permission] = grant.Scope;
        }

        return caller with
        {
            Permissions = permissions,
            Masks = MasksOf(given),
            UnitsBelow = caller.UnitId is { } unit ? units.WithBelow(unit) : [],
        };
    }

    private static Dictionary<string, FieldMask> MasksOf(List<Role> given)
    {
        var masks = new Dictionary<string, FieldMask>(StringComparer.Ordinal);
        foreach (var field in given.SelectMany(r => r.Masks).GroupBy(m => m.Field, StringComparer.Ordinal))
        {
            // A role that does not mask the field shows it.
            if (field.Count() == given.Count) masks[field.Key] = field.Max(m => m.Kind);
        }

        return masks;
    }
}

/// <param name="Keys">Those that were not revoked when read; expiry is looked at with each request.</param>
internal sealed record ClientAccess(IReadOnlyList<ApiKey> Keys, SignedInAs As);

/// <param name="Active">Whether the person may sign in.</param>
/// <param name="As">With the rights that the identity provider gave last, where it gives any.</param>
/// <param name="User">As it was read; not to be changed.</param>
internal sealed record UserAccess(bool Active, SignedInAs As, User User);

internal sealed record SignedInAs(Caller Caller, Guid LimitedAs, ClientLimits Limits);
