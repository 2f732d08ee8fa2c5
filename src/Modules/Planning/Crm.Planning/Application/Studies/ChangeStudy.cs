using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>Replaces what is said of a study and, while it is designed, its questions.</summary>
internal sealed record ChangeStudy(Guid Id, StudyInput Study) : ICommand<StudyReply>;

internal sealed class ChangeStudyValidator : AbstractValidator<ChangeStudy>
{
    public ChangeStudyValidator() => RuleFor(c => c.Study).SetValidator(new StudyInputValidator<StudyInput>()).OverridePropertyName("");
}

internal sealed class ChangeStudyHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<ChangeStudy, StudyReply>
{
    public async Task<StudyReply> Handle(ChangeStudy command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.Id), ct);
        var input = unseen.Keep(StudyInput.Resource, command.Study, StudyInput.Of(study));
        study.Change(input.Terms(), input.Questions, input.OwnerId ?? study.OwnerId, input.UnitId ?? study.UnitId);
        return StudyReply.Of(study);
    }
}
