using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>From now on answers are taken and questions stay as they are.</summary>
internal sealed record BeginFielding(Guid Id) : ICommand<StudyReply>;

internal sealed class BeginFieldingValidator : AbstractValidator<BeginFielding>
{
    public BeginFieldingValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class BeginFieldingHandler(PlanningDbContext db) : ICommandHandler<BeginFielding, StudyReply>
{
    public async Task<StudyReply> Handle(BeginFielding command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.Id), ct);
        study.BeginFielding();
        return StudyReply.Of(study);
    }
}
