using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

internal sealed record AddOrgUnit(string Code, string Name, Guid? ParentId = null) : ICommand<OrgUnitReply>;

internal sealed record OrgUnitReply(Guid Id, int Version)
{
    public static OrgUnitReply Of(OrgUnit unit) => new(unit.Id.Value, unit.Version);
}

internal sealed class AddOrgUnitValidator : AbstractValidator<AddOrgUnit>
{
    public AddOrgUnitValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
    }
}

internal sealed class AddOrgUnitHandler(PlatformDbContext db) : ICommandHandler<AddOrgUnit, OrgUnitReply>
{
    public async Task<OrgUnitReply> Handle(AddOrgUnit command, CancellationToken ct)
    {
        var units = await OrgUnits.Lock(db, ct);
        units.RequireFreeCode(command.Code, except: null);
        var unit = OrgUnit.Create(command.Code, command.Name, units.Known(command.ParentId));
        db.Units.Add(unit);
        return OrgUnitReply.Of(unit);
    }
}
