using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

internal sealed record RemoveRole(Guid Id) : ICommand<RoleReply>;

internal sealed class RemoveRoleValidator : AbstractValidator<RemoveRole>;

internal sealed class RemoveRoleHandler(PlatformDbContext db) : ICommandHandler<RemoveRole, RoleReply>
{
    public async Task<RoleReply> Handle(RemoveRole command, CancellationToken ct)
    {
        // The lock keeps the role from being given to somebody meanwhile.
        await db.Touch(Stamp.Access, ct);
        var role = await db.ForChange<Role, RoleId>(new RoleId(command.Id), ct);
        var users = await db.Users.AsNoTracking().ToListAsync(ct);
        var clients = await db.Clients.AsNoTracking().ToListAsync(ct);
        role.Remove(isInUse: users.Exists(u => u.Roles.Contains(role.Name)) || clients.Exists(c => c.Roles.Contains(role.Name)));
        db.Roles.Remove(role);
        return RoleReply.Of(role);
    }
}
