using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Keys;

/// <summary>After a new data key came into force: rewrites every encrypted column of every module with it.</summary>
internal sealed partial class KeyRotation(IServiceScopeFactory scopes, ModuleCatalog catalog, TimeProvider time, ILogger<KeyRotation> log)
{
    /// <summary>Does what is due and returns how many values were rewritten. Several hosts may do it at a time: a value is replaced only while it is as it was read.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        if (await Due(ct) is not { } number) return 0;
        long rewritten = 0;
        foreach (var module in catalog.Descriptions.Where(m => m.Context is not null))
        {
            await using var scope = scopes.CreateJobScope("key-rotation");
            rewritten += await Reencryption.Run(scope.ServiceProvider.ContextOf(module), ct);
        }

        // A value that was changed while it was looked at shows up in the next round; only a round that finds nothing is the last.
        if (rewritten == 0) await Finish(number, ct);
        return rewritten;
    }

    // Other hosts notice a new key within seconds; until then they may still write with the one before.
    private async Task<int?> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settled = time.GetUtcNow() - DataKeys.Introduction;
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().DataKeys.AsNoTracking()
            .Where(k => k.Number != DataKey.SearchNumber && k.ReencryptedAt == null && k.ActiveFrom <= settled)
            .Select(k => (int?)k.Number).SingleOrDefaultAsync(ct);
    }

    private async Task Finish(int number, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().DataKeys.Where(k => k.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.ReencryptedAt, now), ct);
        LogFinished(number);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Every encrypted column now uses data key {Number}.")]
    private partial void LogFinished(int number);
}
