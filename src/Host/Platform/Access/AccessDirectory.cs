using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.Host.Platform.Access;

/// <summary>
/// Callers as this host knows them. A request costs no read of the database: only every <see cref="CheckEvery"/> one asks, with one
/// small read, whether any host changed something.
/// </summary>
internal sealed class AccessDirectory(IServiceScopeFactory scopes, DataKeys keys, PersonKeys persons, IOptions<AccessOptions> options, TimeProvider time)
    : IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Checked? _checked;
    private long? _keyStamp;

    /// <summary>After a change in this process: the next request sees it.</summary>
    public void Forget() => _checked = null;

    public async ValueTask<ClientAccess?> Client(Guid id, CancellationToken ct)
    {
        var known = await Present(ct);
        if (known.Clients.TryGetValue(id, out var client)) return client;
        // One that does not exist is not remembered, or made-up ids would fill the memory.
        return await Read(db => ReadClient(db, known, id, ct)) is { } read ? known.Clients[id] = read : null;
    }

    public async ValueTask<UserAccess?> User(string login, CancellationToken ct)
    {
        var known = await Present(ct);
        if (known.Users.TryGetValue(login, out var user)) return user;
        return await Read(db => ReadUser(db, known, login, ct)) is { } read ? known.Users[login] = read : null;
    }

    public async ValueTask<KnownAccess> Present(CancellationToken ct)
    {
        if (_checked is { } recent && time.GetUtcNow() - recent.At < CheckEvery) return recent.Access;
        await _reading.WaitAsync(ct);
        try
        {
            if (_checked is { } meanwhile && time.GetUtcNow() - meanwhile.At < CheckEvery) return meanwhile.Access;
            return (_checked = await Read(db => Check(db, _checked, ct))).Access;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Checked> Check(PlatformDbContext db, Checked? last, CancellationToken ct)
    {
        // The time and the stamps before the rows: a change that is committed in between is then seen at the next check at the latest.
        var at = time.GetUtcNow();
        var stamps = await db.Stamps.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, ct);
        var (access, ofKeys) = (stamps.GetValueOrDefault(Stamp.Access), stamps.GetValueOrDefault(Stamp.Keys));
        if (_keyStamp != ofKeys)
        {
            persons.Forget();
            await keys.Open(db, ct);
            _keyStamp = ofKeys;
        }
        else if (keys.HasOneDue(at))
        {
            await keys.Open(db, ct);
        }

        return new Checked(at, access, last?.AccessStamp == access ? last.Access : await ReadAll(db, ct));
    }

    private static async Task<KnownAccess> ReadAll(PlatformDbContext db, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Select(u => new { u.Id, u.Code, u.ParentId }).ToListAsync(ct);
        var roles = await db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Name, StringComparer.Ordinal, ct);
        return new KnownAccess(
            new UnitTree(units.Select(u => (u.Id.Value, u.ParentId?.Value))),
            units.ToDictionary(u => u.Code, u => u.Id.Value, StringComparer.OrdinalIgnoreCase),
            roles,
            await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, ct));
    }

    private async Task<ClientAccess?> ReadClient(PlatformDbContext db, KnownAccess known, Guid id, CancellationToken ct)
    {
        var key = new ApiClientId(id);
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct);
        if (client is not { Active: true }) return null;
        var person = client.ActsForId is { } user ? await db.Users.AsNoTracking().SingleAsync(u => u.Id == user, ct) : null;
        if (person is { Active: false }) return null;
        var caller = new Caller(person?.Id.Value ?? id, CallerKind.Application, person is null ? client.Name : $"{client.Name} ({person.Login})")
        {
            UnitId = client.UnitId?.Value ?? (person is null ? null : UnitOf(person)),
            ActsForPerson = person is not null,
            PreferredLanguage = person?.Language,
            TimeZone = person?.TimeZone ?? known.Settings.GetValueOrDefault(CompanySettings.TimeZone, "UTC"),
        };
        return new ClientAccess(
            [.. client.Keys.Where(k => k.RevokedAt is null)],
            new SignedInAs(known.WithRights(caller, client.Roles, client.Grants), id, client.Limits));
    }

    private async Task<UserAccess?> ReadUser(PlatformDbContext db, KnownAccess known, string login, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Login == login, ct);
        if (user is null) return null;
        var caller = new Caller(user.Id.Value, CallerKind.Person, user.Name)
        {
            UnitId = UnitOf(user),
            PreferredLanguage = user.Language,
            TimeZone = user.TimeZone,
        };
        var roles = Provider(user)?.Roles ?? user.Roles;
        return new UserAccess(user.Active, new SignedInAs(known.WithRights(caller, roles, []), user.Id.Value, options.Value.PersonLimits), user);
    }

    private Guid? UnitOf(User user) => (Provider(user)?.Unit ?? user.UnitId)?.Value;

    // What it said counts only as long as it is asked.
    private (IReadOnlyList<string>? Roles, OrgUnitId? Unit)? Provider(User user) =>
        options.Value.HasProvider ? (user.ProviderRoles, user.ProviderUnitId) : null;

    private async Task<T> Read<T>(Func<PlatformDbContext, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }

    private sealed record Checked(DateTimeOffset At, long AccessStamp, KnownAccess Access);
}
