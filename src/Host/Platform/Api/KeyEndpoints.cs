using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

/// <summary>Keys of personal data, and the erasure of persons.</summary>
internal static class KeyEndpoints
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        var keys = admin.MapGroup("/keys").WithTags("Keys of personal data");
        keys.MapGet("/", Status).Requires(PlatformPermissions.ManageKeys);
        keys.MapPost("/rotate", Rotate).Requires(PlatformPermissions.ManageKeys);
        admin.MapPost("/persons/{id:guid}/erase", Erase).Requires(PlatformPermissions.ErasePersons).WithTags("Keys of personal data");
        admin.MapGet("/persons/erasures/{id:guid}", ErasureEndpoint.Get).WithSummary("Which parts of the system have forgotten the person")
            .Requires(PlatformPermissions.ErasePersons).WithTags("Keys of personal data");
    }

    private static async Task<KeyStatus> Status(PlatformDbContext db, TimeProvider time, CancellationToken ct)
    {
        var keys = await db.DataKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(ct);
        var persons = await db.PersonKeys.LongCountAsync(k => k.DestroyedAt == null, ct);
        return new KeyStatus(
            keys[0].MasterFingerprint,
            DataKeys.CurrentOf(keys, time.GetUtcNow()).Number,
            [.. keys.Where(k => k.Number != DataKey.SearchNumber).Select(k => new DataKeyRow(k.Number, k.CreatedAt, k.ActiveFrom, k.ReencryptedAt))],
            persons);
    }

    private static Task<RotatedKey> Rotate(ICommandHandler<RotateDataKey, RotatedKey> handler, CancellationToken ct) => handler.Handle(new RotateDataKey(), ct);

    private static Task<ErasureReply> Erase(Guid id, ErasePerson command, ICommandHandler<ErasePerson, ErasureReply> handler, CancellationToken ct) =>
        handler.Handle(command with { PersonId = id }, ct);
}

/// <param name="MasterFingerprint">Tells master keys apart; nothing can be read with it.</param>
/// <param name="Current">Number of the data key that encrypts now.</param>
/// <param name="PersonKeys">How many persons have a key.</param>
internal sealed record KeyStatus(string MasterFingerprint, int Current, IReadOnlyList<DataKeyRow> DataKeys, long PersonKeys);

/// <param name="ReencryptedAt">When every column was found to use this key; null while that goes on.</param>
internal sealed record DataKeyRow(int Number, DateTimeOffset CreatedAt, DateTimeOffset ActiveFrom, DateTimeOffset? ReencryptedAt);
