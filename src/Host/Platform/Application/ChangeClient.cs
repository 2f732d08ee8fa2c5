using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Replaces what is kept of a client; its keys stay.</summary>
internal sealed record ChangeClient(
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<GrantInput> Grants,
    ClientLimits Limits,
    bool Active,
    Guid? UnitId = null,
    Guid? ActsForId = null) : ICommand<ClientReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeClientValidator : AbstractValidator<ChangeClient>
{
    public ChangeClientValidator(ModuleCatalog catalog)
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Roles).NotNull();
        RuleForEach(c => c.Roles).NotEmpty();
        RuleFor(c => c.Grants).NotNull();
        RuleForEach(c => c.Grants).IsGrant(catalog);
        RuleFor(c => c.Limits).NotNull().IsWithinReason();
    }
}

internal sealed class ChangeClientHandler(PlatformDbContext db, AccessReferences references, LastAdministrator last) : ICommandHandler<ChangeClient, ClientReply>
{
    public async Task<ClientReply> Handle(ChangeClient command, CancellationToken ct)
    {
        var client = await db.ForChange<ApiClient, ApiClientId>(new ApiClientId(command.Id), ct);
        client.Change(new ClientProfile(
            command.Name,
            await references.Unit(command.UnitId, ct),
            await references.User(command.ActsForId, ct),
            await references.Roles(command.Roles, ct),
            [.. command.Grants.Select(g => new Grant(g.Permission, g.Scope))],
            command.Limits));
        client.SetActive(command.Active);
        await last.MustRemain(ct);
        return ClientReply.Of(client);
    }
}
