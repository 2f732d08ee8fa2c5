using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Renames a unit, moves it with everything below it, or both.</summary>
internal sealed record ChangeOrgUnit(string Code, string Name, Guid? ParentId = null) : ICommand<OrgUnitReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class ChangeOrgUnitValidator : AbstractValidator<ChangeOrgUnit>
{
    public ChangeOrgUnitValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
    }
}

internal sealed class ChangeOrgUnitHandler(PlatformDbContext db) : ICommandHandler<ChangeOrgUnit, OrgUnitReply>
{
    public async Task<OrgUnitReply> Handle(ChangeOrgUnit command, CancellationToken ct)
    {
        var units = await OrgUnits.Lock(db, ct);
        var unit = await db.ForChange<OrgUnit, OrgUnitId>(new OrgUnitId(command.Id), ct);
        units.RequireFreeCode(command.Code, except: unit.Id);
        unit.Rename(command.Code, command.Name);
        unit.MoveUnder(units.Known(command.ParentId), units.Tree);
        return OrgUnitReply.Of(unit);
    }
}
