using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>An app that may call the API once it has a key.</summary>
/// <param name="ActsForId">The person whom the app acts for; null acts for itself.</param>
internal sealed record AddClient(
    string Name,
    Guid? UnitId = null,
    Guid? ActsForId = null,
    IReadOnlyList<string>? Roles = null,
    IReadOnlyList<GrantInput>? Grants = null,
    ClientLimits? Limits = null) : ICommand<ClientReply>;

internal sealed record ClientReply(Guid Id, int Version)
{
    public static ClientReply Of(ApiClient client) => new(client.Id.Value, client.Version);
}

internal sealed class AddClientValidator : AbstractValidator<AddClient>
{
    public AddClientValidator(ModuleCatalog catalog)
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleForEach(c => c.Roles).NotEmpty();
        RuleForEach(c => c.Grants).IsGrant(catalog);
        RuleFor(c => c.Limits).IsWithinReason();
    }
}

internal sealed class AddClientHandler(PlatformDbContext db, AccessReferences references) : ICommandHandler<AddClient, ClientReply>
{
    public async Task<ClientReply> Handle(AddClient command, CancellationToken ct)
    {
        var client = ApiClient.Create(new ClientProfile(
            command.Name,
            await references.Unit(command.UnitId, ct),
            await references.User(command.ActsForId, ct),
            await references.Roles(command.Roles, ct),
            [.. (command.Grants ?? []).Select(g => new Grant(g.Permission, g.Scope))],
            command.Limits ?? ClientLimits.Default));
        db.Clients.Add(client);
        return ClientReply.Of(client);
    }
}
