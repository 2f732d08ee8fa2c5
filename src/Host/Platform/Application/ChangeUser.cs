using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Replaces what is kept of a user. The login stays: records and the identity provider know the person by it.</summary>
internal sealed record ChangeUser(
    string Name, string TimeZone, IReadOnlyList<string> Roles, bool Active, string? Email = null, Guid? UnitId = null, Language? Language = null)
    : ICommand<UserReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeUserValidator : AbstractValidator<ChangeUser>
{
    public ChangeUserValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Email).EmailAddress().MaximumLength(200);
        RuleFor(c => c.TimeZone).NotEmpty().IsTimeZone();
        RuleFor(c => c.Roles).NotNull();
    }
}

internal sealed class ChangeUserHandler(PlatformDbContext db, AccessReferences references) : ICommandHandler<ChangeUser, UserReply>
{
    public async Task<UserReply> Handle(ChangeUser command, CancellationToken ct)
    {
        var user = await db.ForChange<User, UserId>(new UserId(command.Id), ct);
        var unit = await references.Unit(command.UnitId, ct);
        user.Change(new UserProfile(command.Name, command.Email, unit, command.Language, command.TimeZone));
        user.GiveRoles(await references.Roles(command.Roles, ct));
        user.SetActive(command.Active);
        return UserReply.Of(user);
    }
}
