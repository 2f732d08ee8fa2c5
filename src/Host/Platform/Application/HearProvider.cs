using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Keeps what a token of the identity provider says of a user's roles and unit.</summary>
/// <param name="UserId">Whom the token is of.</param>
/// <param name="Roles">Names of roles; null when the token says nothing of them.</param>
/// <param name="UnitId">Null when the token names no unit that is known here.</param>
/// <param name="IssuedAt">Of the token.</param>
internal sealed record HearProvider(Guid UserId, IReadOnlyList<string>? Roles, Guid? UnitId, DateTimeOffset IssuedAt) : ICommand<UserReply>;

internal sealed class HearProviderValidator : AbstractValidator<HearProvider>
{
    public HearProviderValidator() => RuleFor(c => c.UserId).NotEmpty();
}

internal sealed class HearProviderHandler(PlatformDbContext db) : ICommandHandler<HearProvider, UserReply>
{
    public async Task<UserReply> Handle(HearProvider command, CancellationToken ct)
    {
        var user = await db.ForChange<User, UserId>(new UserId(command.UserId), ct);
        user.Hear(command.Roles, command.UnitId is { } unit ? new OrgUnitId(unit) : null, command.IssuedAt);
        return UserReply.Of(user);
    }
}
