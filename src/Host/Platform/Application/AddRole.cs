using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <param name="Name">Kebab-case; stays as it is for good.</param>
internal sealed record AddRole(string Name, IReadOnlyList<GrantInput> Grants, IReadOnlyList<MaskInput>? Masks = null) : ICommand<RoleReply>;

internal sealed record RoleReply(Guid Id, int Version)
{
    public static RoleReply Of(Role role) => new(role.Id.Value, role.Version);
}

internal sealed class AddRoleValidator : AbstractValidator<AddRole>
{
    public AddRoleValidator(ModuleCatalog catalog)
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(100).Matches("^[a-z][a-z0-9-]*$");
        RuleFor(c => c.Grants).NotNull();
        RuleForEach(c => c.Grants).IsGrant(catalog);
        RuleForEach(c => c.Masks).IsMask();
    }
}

internal sealed class AddRoleHandler(PlatformDbContext db) : ICommandHandler<AddRole, RoleReply>
{
    public async Task<RoleReply> Handle(AddRole command, CancellationToken ct)
    {
        if (await db.Roles.AnyAsync(r => r.Name == command.Name, ct)) throw PlatformRules.RoleNameTaken.Broken(command.Name);
        var role = Role.Create(
            command.Name,
            command.Grants.Select(g => new Grant(g.Permission, g.Scope)),
            (command.Masks ?? []).Select(m => new Mask(m.Field, m.Kind)));
        db.Roles.Add(role);
        return RoleReply.Of(role);
    }
}
