using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>In an installation without any API client: one for the administrator, so that there is a way in.</summary>
/// <param name="Secret">Of its key.</param>
internal sealed record MakeFirstClient(byte[] Secret) : ICommand<FirstClient>;

/// <param name="Id">Null when there already are clients.</param>
internal sealed record FirstClient(Guid? Id);

internal sealed class MakeFirstClientValidator : AbstractValidator<MakeFirstClient>
{
    public MakeFirstClientValidator() => RuleFor(c => c.Secret).NotEmpty();
}

internal sealed class MakeFirstClientHandler(PlatformDbContext db, TimeProvider time) : ICommandHandler<MakeFirstClient, FirstClient>
{
    public async Task<FirstClient> Handle(MakeFirstClient command, CancellationToken ct)
    {
        // Locks the stamp, so that hosts that start together on an empty database do not make one each.
        await db.Touch(Stamp.Access, ct);
        if (await db.Clients.AnyAsync(ct)) return new FirstClient(Id: null);
        var client = ApiClient.Create(new ClientProfile(
            "administrator", UnitId: null, ActsForId: null, Roles: [BuiltInRoles.Administrator], Grants: [], ClientLimits.Default));
        client.AddKey(command.Secret, expiresAt: null, time.GetUtcNow());
        db.Clients.Add(client);
        return new FirstClient(client.Id.Value);
    }
}
