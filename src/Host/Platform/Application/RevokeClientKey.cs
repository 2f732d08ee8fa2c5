using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

internal sealed record RevokeClientKey(Guid ClientId, Guid KeyId) : ICommand<KeyReply>;

internal sealed class RevokeClientKeyValidator : AbstractValidator<RevokeClientKey>;

internal sealed class RevokeClientKeyHandler(PlatformDbContext db, LastAdministrator last, TimeProvider time) : ICommandHandler<RevokeClientKey, KeyReply>
{
    public async Task<KeyReply> Handle(RevokeClientKey command, CancellationToken ct)
    {
        var client = await db.ForChange<ApiClient, ApiClientId>(new ApiClientId(command.ClientId), ct);
        client.RevokeKey(command.KeyId, time.GetUtcNow());
        await last.MustRemain(ct);
        return new KeyReply(command.KeyId, client.Version);
    }
}
