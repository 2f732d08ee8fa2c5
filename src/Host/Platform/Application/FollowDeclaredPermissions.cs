using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>Keeps the built-in roles in step with what the modules of this host declare.</summary>
internal sealed record FollowDeclaredPermissions : ICommand<int>;

internal sealed class FollowDeclaredPermissionsValidator : AbstractValidator<FollowDeclaredPermissions>;

internal sealed class FollowDeclaredPermissionsHandler(PlatformDbContext db, ModuleCatalog catalog) : ICommandHandler<FollowDeclaredPermissions, int>
{
    public async Task<int> Handle(FollowDeclaredPermissions command, CancellationToken ct)
    {
        var declared = catalog.Descriptions.SelectMany(m => m.Permissions).ToList();
        var existing = await db.Roles.Where(r => r.BuiltIn).ToDictionaryAsync(r => r.Name, ct);
        foreach (var (name, grants) in BuiltInRoles.From(declared))
        {
            if (existing.TryGetValue(name, out var role)) role.Follow(grants);
            else db.Roles.Add(Role.CreateBuiltIn(name, grants));
        }

        return declared.Count;
    }
}
