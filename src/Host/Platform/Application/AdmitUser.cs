using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Makes a user of a person whom the identity provider vouches for and who was not here before.</summary>
internal sealed record AdmitUser(string Login, string Name, string? Email, Guid? UnitId) : ICommand<UserReply>;

internal sealed class AdmitUserValidator : AbstractValidator<AdmitUser>
{
    public AdmitUserValidator()
    {
        RuleFor(c => c.Login).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Email).MaximumLength(200);
    }
}

internal sealed class AdmitUserHandler(PlatformDbContext db, ISettings settings) : ICommandHandler<AdmitUser, UserReply>
{
    public async Task<UserReply> Handle(AdmitUser command, CancellationToken ct)
    {
        var login = User.NormalLogin(command.Login);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Login == login, ct);
        if (user is not null) return UserReply.Of(user);
        var unit = command.UnitId is { } id ? new OrgUnitId(id) : (OrgUnitId?)null;
        user = User.Create(login, new UserProfile(command.Name, command.Email, unit, Language: null, await settings.Text(CompanySettings.TimeZone, ct)), roles: []);
        db.Users.Add(user);
        return UserReply.Of(user);
    }
}

internal sealed record UserReply(Guid Id, int Version)
{
    public static UserReply Of(User user) => new(user.Id.Value, user.Version);
}
