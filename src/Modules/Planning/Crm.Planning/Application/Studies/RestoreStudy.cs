using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>Brings a deleted study back, if its code is still free.</summary>
internal sealed record RestoreStudy(Guid Id) : ICommand<StudyReply>;

internal sealed class RestoreStudyValidator : AbstractValidator<RestoreStudy>
{
    public RestoreStudyValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreStudyHandler(PlanningDbContext db) : ICommandHandler<RestoreStudy, StudyReply>
{
    public async Task<StudyReply> Handle(RestoreStudy command, CancellationToken ct)
    {
        var study = await db.ForRestore<Study, StudyId>(new StudyId(command.Id), ct);
        if (study.DeletedAt is not null) await db.RequireFreeStudyCode(study.Code, ct);
        study.Restore();
        return StudyReply.Of(study);
    }
}
