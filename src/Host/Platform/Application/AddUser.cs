using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <param name="Login">As the identity provider names the person.</param>
/// <param name="TimeZone">IANA name; UTC when not given.</param>
internal sealed record AddUser(
    string Login, string Name, string? Email = null, Guid? UnitId = null, Language? Language = null, string? TimeZone = null, IReadOnlyList<string>? Roles = null)
    : ICommand<UserReply>;

internal sealed class AddUserValidator : AbstractValidator<AddUser>
{
    public AddUserValidator()
    {
        RuleFor(c => c.Login).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Email).EmailAddress().MaximumLength(200);
        RuleFor(c => c.TimeZone).IsTimeZone();
        RuleForEach(c => c.Roles).NotEmpty();
    }
}

internal sealed class AddUserHandler(PlatformDbContext db, AccessReferences references, ISettings settings) : ICommandHandler<AddUser, UserReply>
{
    public async Task<UserReply> Handle(AddUser command, CancellationToken ct)
    {
        var login = User.NormalLogin(command.Login);
        if (await db.Users.AnyAsync(u => u.Login == login, ct)) throw PlatformRules.LoginTaken.Broken(login);
        var unit = await references.Unit(command.UnitId, ct);
        var profile = new UserProfile(command.Name, command.Email, unit, command.Language, command.TimeZone ?? await settings.Text(CompanySettings.TimeZone, ct));
        var user = User.Create(login, profile, await references.Roles(command.Roles, ct));
        db.Users.Add(user);
        return UserReply.Of(user);
    }
}
