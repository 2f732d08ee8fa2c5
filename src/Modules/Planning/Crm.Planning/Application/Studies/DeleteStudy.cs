using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>Hides a study that is being designed; an administrator can restore it.</summary>
internal sealed record DeleteStudy(Guid Id) : ICommand<StudyReply>;

internal sealed class DeleteStudyValidator : AbstractValidator<DeleteStudy>
{
    public DeleteStudyValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteStudyHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<DeleteStudy, StudyReply>
{
    public async Task<StudyReply> Handle(DeleteStudy command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.Id), ct);
        study.Delete(time.GetUtcNow());
        return StudyReply.Of(study);
    }
}
