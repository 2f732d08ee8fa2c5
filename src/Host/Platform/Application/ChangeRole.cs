using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <param name="Masks">All of them.</param>
/// <param name="Grants">All of them. Null leaves them, which is all that a built-in role allows.</param>
internal sealed record ChangeRole(IReadOnlyList<MaskInput> Masks, IReadOnlyList<GrantInput>? Grants = null) : ICommand<RoleReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRole>
{
    public ChangeRoleValidator(ModuleCatalog catalog)
    {
        RuleForEach(c => c.Grants).IsGrant(catalog);
        RuleFor(c => c.Masks).NotNull();
        RuleForEach(c => c.Masks).IsMask();
    }
}

internal sealed class ChangeRoleHandler(PlatformDbContext db) : ICommandHandler<ChangeRole, RoleReply>
{
    public async Task<RoleReply> Handle(ChangeRole command, CancellationToken ct)
    {
        var role = await db.ForChange<Role, RoleId>(new RoleId(command.Id), ct);
        var grants = command.Grants?.Select(g => new Grant(g.Permission, g.Scope)) ?? role.Grants;
        role.Change(grants.ToList(), command.Masks.Select(m => new Mask(m.Field, m.Kind)));
        return RoleReply.Of(role);
    }
}
