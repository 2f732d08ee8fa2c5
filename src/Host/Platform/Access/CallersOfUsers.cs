using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Access;

/// <summary>Users as callers, with the rights that they had with their own last request, or that were given to them since.</summary>
internal sealed class CallersOfUsers(IServiceScopeFactory scopes, AccessDirectory directory) : ICallers
{
    public async ValueTask<Caller?> OfUser(Guid userId, CancellationToken ct)
    {
        var id = new UserId(userId);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var login = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.Login).SingleOrDefaultAsync(ct);
        return login is not null && await directory.User(login, ct) is { Active: true } user ? user.As.Caller : null;
    }

    public async ValueTask<IReadOnlySet<Guid>> ActiveAmong(IReadOnlyCollection<Guid> users, CancellationToken ct)
    {
        var ids = users.Select(u => new UserId(u)).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return (await db.Users.Where(u => EF.Parameter(ids).Contains(u.Id) && u.Active).Select(u => u.Id).ToListAsync(ct)).Select(u => u.Value).ToHashSet();
    }

    public async ValueTask<bool> HasUnit(Guid unitId, CancellationToken ct)
    {
        var id = new OrgUnitId(unitId);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Units.AnyAsync(u => u.Id == id, ct);
    }

    public async ValueTask<string?> AddressOf(Guid userId, CancellationToken ct)
    {
        var id = new UserId(userId);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await db.Users.AsNoTracking().Where(u => u.Id == id && u.Active).Select(u => u.Email).SingleOrDefaultAsync(ct);
    }

    // Addresses are encrypted and users are few: all are read, once for all names.
    public async ValueTask<IReadOnlyDictionary<string, Guid>> Named(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var users = await db.Users.AsNoTracking().Where(u => u.Active).Select(u => new { u.Id, u.Login, u.Email, u.Name }).ToListAsync(ct);
        ILookup<string, Guid>[] known =
        [
            users.ToLookup(u => u.Login, u => u.Id.Value, StringComparer.OrdinalIgnoreCase),
            users.ToLookup(u => u.Email ?? "", u => u.Id.Value, StringComparer.OrdinalIgnoreCase),
            users.ToLookup(u => u.Name, u => u.Id.Value, StringComparer.OrdinalIgnoreCase),
        ];
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.Length > 0))
        {
            // Of a name that several have none is meant.
            if (Array.Find(known, k => k[name].Any())?[name].ToList() is [var only]) found[name] = only;
        }

        return found;
    }
}
