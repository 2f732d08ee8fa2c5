using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Looks up what a command refers to, so that no user or client points to something that is not there.</summary>
internal sealed class AccessReferences(PlatformDbContext db)
{
    public async Task<OrgUnitId?> Unit(Guid? unit, CancellationToken ct)
    {
        if (unit is not { } value) return null;
        var id = new OrgUnitId(value);
        return await db.Units.AnyAsync(u => u.Id == id, ct) ? id : throw PlatformRules.UnitUnknown.Broken(value);
    }

    public async Task<UserId?> User(Guid? user, CancellationToken ct)
    {
        if (user is not { } value) return null;
        var id = new UserId(value);
        return await db.Users.AnyAsync(u => u.Id == id, ct) ? id : throw PlatformRules.UserUnknown.Broken(value);
    }

    public async Task<IReadOnlyList<string>> Roles(IReadOnlyList<string>? roles, CancellationToken ct)
    {
        if (roles is null || roles.Count == 0) return [];
        var known = await db.Roles.Where(r => roles.Contains(r.Name)).Select(r => r.Name).ToListAsync(ct);
        return roles.Except(known).FirstOrDefault() is { } unknown ? throw PlatformRules.RoleUnknown.Broken(unknown) : roles;
    }
}
