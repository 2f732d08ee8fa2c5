using System.Collections.Concurrent;
using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Host.Platform.Keys;

/// <summary>Keys of persons, read once and then kept in memory until one is destroyed on any host.</summary>
internal sealed class PersonKeys(IServiceScopeFactory scopes, KeyRing ring, TimeProvider time) : IPersonKeys
{
    private const int KeyLength = 32;

    // About 20 MB. Persons of whom nothing is written or read for long are forgotten with the rest and simply read again.
    private const int MostKept = 100_000;

    // Replaced as a whole: a read that began before a key was destroyed must not bring the key back afterwards.
    private volatile ConcurrentDictionary<Guid, byte[]> _kept = new();
    private IEntityType? _table;

    public async ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct)
    {
        if (_kept.TryGetValue(person, out var kept)) return kept;
        await using var scope = scopes.CreateAsyncScope();
        return await Within(scope.ServiceProvider.GetRequiredService<PlatformDbContext>()).KeyOf(person, ct);
    }

    public async ValueTask<byte[]?> ExistingKeyOf(Guid person, CancellationToken ct)
    {
        if (_kept.TryGetValue(person, out var kept)) return kept;
        await using var scope = scopes.CreateAsyncScope();
        return await Within(scope.ServiceProvider.GetRequiredService<PlatformDbContext>()).ExistingKeyOf(person, ct);
    }

    public async Task<bool> Destroy(Guid person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var destroyed = await Destroy(person, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        Forget();
        return destroyed;
    }

    public IPersonKeys Within(ModuleDbContext context) => new Joined(this, context);

    /// <summary>Called when a key was destroyed, here or on another host.</summary>
    public void Forget() => _kept = new ConcurrentDictionary<Guid, byte[]>();

    /// <summary>Destroys with the caller's transaction. A person who had no key gets a tombstone, so that none is made later.</summary>
    public async Task<bool> Destroy(Guid person, PlatformDbContext db, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var destroyed = await db.PersonKeys.Where(k => k.PersonId == person && k.DestroyedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.Secret, (string?)null).SetProperty(k => k.DestroyedAt, now), ct) > 0;
        if (!destroyed)
        {
            var stored = Stored(await Table(ct), now);
            await db.Dialect.InsertIfAbsent(
                db,
                await Table(ct),
                [(nameof(PersonKey.PersonId), person), (nameof(PersonKey.CreatedAt), stored), (nameof(PersonKey.DestroyedAt), stored)],
                ct);
        }

        await db.Touch(Stamp.Keys, ct);
        return destroyed;
    }

    private async Task<(bool Found, string? Secret)> Find(Guid person, ModuleDbContext context, CancellationToken ct)
    {
        var table = await Table(ct);
        var (found, stored) = await context.Dialect.TextOf(context, table, nameof(PersonKey.Secret), nameof(PersonKey.PersonId), person, ct);
        return (found, stored is null ? null : ring.Decrypt(stored));
    }

    private async Task Make(Guid person, ModuleDbContext context, CancellationToken ct)
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));
        var table = await Table(ct);
        await context.Dialect.InsertIfAbsent(
            context,
            table,
            [(nameof(PersonKey.PersonId), person), (nameof(PersonKey.Secret), ring.Encrypt(secret)), (nameof(PersonKey.CreatedAt), Stored(table, time.GetUtcNow()))],
            ct);
    }

    // SQLite keeps instants as ticks.
    private static object Stored(IEntityType table, DateTimeOffset at) =>
        table.FindProperty(nameof(PersonKey.CreatedAt))!.GetTypeMapping().Converter?.ConvertToProvider(at) ?? at;

    private async ValueTask<IEntityType> Table(CancellationToken ct)
    {
        if (_table is not null) return _table;
        await using var scope = scopes.CreateAsyncScope();
        return _table = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Model.FindEntityType(typeof(PersonKey))!;
    }

    private sealed class Joined(PersonKeys keys, ModuleDbContext context) : IPersonKeys
    {
        private readonly HashSet<Guid> _made = [];

        public ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct) => Read(person, make: true, ct);

        public ValueTask<byte[]?> ExistingKeyOf(Guid person, CancellationToken ct) => Read(person, make: false, ct);

        private async ValueTask<byte[]?> Read(Guid person, bool make, CancellationToken ct)
        {
            var all = keys._kept;
            if (all.TryGetValue(person, out var kept)) return kept;
            var (found, secret) = await keys.Find(person, context, ct);
            if (!found && make)
            {
                _made.Add(person);
                await keys.Make(person, context, ct);
                (_, secret) = await keys.Find(person, context, ct);
            }

            if (secret is null) return null;
            var key = Convert.FromBase64String(secret);
            // What this very transaction made is gone if it is rolled back, so it is not kept.
            if (_made.Contains(person)) return key;
            if (all.Count >= MostKept) all.Clear();
            return all[person] = key;
        }

        public Task<bool> Destroy(Guid person, CancellationToken ct) => keys.Destroy(person, ct);
    }
}
