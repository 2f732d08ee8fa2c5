using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Introduces a new data key. It encrypts from <c>ActiveFrom</c> on, and then every column is rewritten in the background.</summary>
internal sealed record RotateDataKey : ICommand<RotatedKey>;

internal sealed record RotatedKey(int Number, DateTimeOffset ActiveFrom);

internal sealed class RotateDataKeyValidator : AbstractValidator<RotateDataKey>;

internal sealed class RotateDataKeyHandler(PlatformDbContext db, DataKeys keys) : ICommandHandler<RotateDataKey, RotatedKey>
{
    public async Task<RotatedKey> Handle(RotateDataKey command, CancellationToken ct)
    {
        await db.Touch(Stamp.Keys, ct);
        var existing = await db.DataKeys.AsNoTracking().ToListAsync(ct);
        if (existing.Exists(k => k.Number != DataKey.SearchNumber && k.ReencryptedAt is null)) throw PlatformRules.DataKeyIsYoung.Broken();
        var introduced = keys.Introduce(db, existing);
        return new RotatedKey(introduced.Number, introduced.ActiveFrom);
    }
}
