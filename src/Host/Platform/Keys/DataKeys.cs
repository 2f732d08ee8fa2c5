using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.Host.Platform.Keys;

/// <summary>The stored data keys and the key ring that is opened with them.</summary>
internal sealed partial class DataKeys(
    KeyRing ring, MasterKey master, IOptions<KeyOptions> options, TimeProvider time, ILogger<DataKeys> log)
{
    /// <summary>How long a new data key is only known before it is used: longer than any host takes to notice it.</summary>
    public static readonly TimeSpan Introduction = TimeSpan.FromSeconds(30);

    private const int KeyLength = 32;

    private DateTimeOffset? _nextActivation;

    /// <summary>At start: makes the first keys of an installation, changes over to a new master key, opens the ring.</summary>
    public async Task Prepare(PlatformDbContext db, CancellationToken ct)
    {
        await using (var transaction = await db.Dialect.BeginWrite(db, ct))
        {
            // The lock makes hosts that start together wait for each other, so that one of them makes the keys.
            await db.Touch(Stamp.Keys, ct);
            await db.SaveChangesAsync(ct);
            var keys = await db.DataKeys.ToListAsync(ct);
            if (keys.Count == 0) MakeFirst(db);
            else RewrapWithNewMaster(keys);
            await db.SaveChangesAsync(ct);
            await transaction.Commit(ct);
        }

        await Open(db, ct);
    }

    /// <summary>Reads the keys again; a key that another host introduced is in force from its time on.</summary>
    public async Task Open(PlatformDbContext db, CancellationToken ct)
    {
        var keys = await db.DataKeys.AsNoTracking().ToListAsync(ct);
        var now = time.GetUtcNow();
        _nextActivation = keys.Where(k => k.ActiveFrom > now).Min(k => (DateTimeOffset?)k.ActiveFrom);
        var search = keys.Single(k => k.Number == DataKey.SearchNumber);
        var data = keys.Where(k => k.Number != DataKey.SearchNumber).ToDictionary(k => k.Number, k => master.Unwrap(k.Wrapped));
        ring.Open(data, master.Unwrap(search.Wrapped), CurrentOf(keys, now).Number);
    }

    /// <summary>Whether an introduced key has come into force since the ring was opened.</summary>
    public bool HasOneDue(DateTimeOffset now) => _nextActivation <= now;

    /// <summary>Adds a data key. It encrypts when the <see cref="Introduction"/> is over.</summary>
    public DataKey Introduce(PlatformDbContext db, IReadOnlyCollection<DataKey> existing)
    {
        var key = New(existing.Max(k => k.Number) + 1, time.GetUtcNow() + Introduction);
        db.DataKeys.Add(key);
        return key;
    }

    public static DataKey CurrentOf(IEnumerable<DataKey> keys, DateTimeOffset now) =>
        keys.Where(k => k.Number != DataKey.SearchNumber && k.ActiveFrom <= now).MaxBy(k => k.Number)!;

    private void MakeFirst(PlatformDbContext db)
    {
        db.DataKeys.Add(New(DataKey.SearchNumber, time.GetUtcNow()));
        var first = New(1, time.GetUtcNow());
        first.ReencryptedAt = first.ActiveFrom;
        db.DataKeys.Add(first);
    }

    private void RewrapWithNewMaster(List<DataKey> keys)
    {
        var foreign = keys.FindAll(k => k.MasterFingerprint != master.Fingerprint);
        if (foreign.Count == 0) return;
        var given = options.Value.PreviousMaster;
        var previous = string.IsNullOrWhiteSpace(given)
            ? null
            : MasterKey.FromBase64(given, $"{KeyOptions.Section}:{nameof(KeyOptions.PreviousMaster)}");
        if (foreign.Exists(k => k.MasterFingerprint != previous?.Fingerprint))
        {
            throw new StartupFailure(
                $"The data keys are wrapped by the master key {foreign[0].MasterFingerprint}, but {KeyOptions.Section}:{nameof(KeyOptions.Master)} is {master.Fingerprint}. "
                + $"Give the right key, or give the old one as {KeyOptions.Section}:{nameof(KeyOptions.PreviousMaster)} for one start to change over.");
        }

        foreach (var key in foreign)
        {
            key.Wrapped = master.Wrap(previous!.Unwrap(key.Wrapped));
            key.MasterFingerprint = master.Fingerprint;
        }

        LogRewrapped(foreign.Count, master.Fingerprint);
    }

    private DataKey New(int number, DateTimeOffset activeFrom) => new()
    {
        Number = number,
        Wrapped = master.Wrap(RandomNumberGenerator.GetBytes(KeyLength)),
        MasterFingerprint = master.Fingerprint,
        CreatedAt = time.GetUtcNow(),
        ActiveFrom = activeFrom,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} data keys are now wrapped by the master key {Fingerprint}. Remove the previous one from the configuration.")]
    private partial void LogRewrapped(int count, string fingerprint);
}
