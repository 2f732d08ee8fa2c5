using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

internal sealed record AddTerritory : TerritoryInput, ICommand<TerritoryReply>;

/// <summary>Replaces what is said of a territory, and moves it with all below it where its parent is another one.</summary>
internal sealed record ChangeTerritory : TerritoryInput, ICommand<TerritoryReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class AddTerritoryValidator : TerritoryInputValidator<AddTerritory>;

internal sealed class ChangeTerritoryValidator : TerritoryInputValidator<ChangeTerritory>
{
    public ChangeTerritoryValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AddTerritoryHandler(PlatformDbContext db) : ICommandHandler<AddTerritory, TerritoryReply>
{
    public async Task<TerritoryReply> Handle(AddTerritory command, CancellationToken ct)
    {
        var territories = await Territories.Lock(db, ct);
        territories.RequireFreeCode(command.Code, except: null);
        var manager = await territories.Manager(command.ManagerId, ct);
        var territory = Territory.Create(command.Code, command.Name, manager, command.ToRules(), territories.Known(command.ParentId));
        db.Territories.Add(territory);
        return TerritoryReply.Of(territory);
    }
}

internal sealed class ChangeTerritoryHandler(PlatformDbContext db) : ICommandHandler<ChangeTerritory, TerritoryReply>
{
    public async Task<TerritoryReply> Handle(ChangeTerritory command, CancellationToken ct)
    {
        var territories = await Territories.Lock(db, ct);
        var territory = await db.ForChange<Territory, TerritoryId>(new TerritoryId(command.Id), ct);
        territories.RequireFreeCode(command.Code, except: territory.Id);
        territory.Change(command.Code, command.Name, await territories.Manager(command.ManagerId, ct), command.ToRules());
        territory.MoveUnder(territories.Known(command.ParentId), territories.All);
        return TerritoryReply.Of(territory);
    }
}
