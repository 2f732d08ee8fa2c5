using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>The key by which another system knows a record of ours.</summary>
public sealed record ExternalKey
{
    public required string System { get; init; }

    public required string Id { get; init; }
}

public static class ExternalKeys
{
    /// <summary>The first of the wanted keys that somebody has; null where all are free. One question, however many are wanted.</summary>
    /// <param name="held">Of everybody who is in the way, such as deleted records and those the caller may not see.</param>
    /// <param name="wanted">By the one who asks.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<ExternalKey?> FirstTaken(this IQueryable<ExternalKey> held, IReadOnlyCollection<ExternalKey> wanted, CancellationToken ct)
    {
        if (wanted.Count == 0) return null;
        // Those with one of the systems and one of the keys are few, and which of them are meant is seen here.
        var (systems, ids) = (wanted.Select(k => k.System).Distinct().ToList(), wanted.Select(k => k.Id).Distinct().ToList());
        var found = await held.Where(k => EF.Parameter(systems).Contains(k.System) && EF.Parameter(ids).Contains(k.Id)).ToListAsync(ct);
        return wanted.FirstOrDefault(found.Contains);
    }
}
