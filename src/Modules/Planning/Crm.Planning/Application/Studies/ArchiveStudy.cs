using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>Puts a completed study out of the way.</summary>
internal sealed record ArchiveStudy(Guid Id) : ICommand<StudyReply>;

internal sealed class ArchiveStudyValidator : AbstractValidator<ArchiveStudy>
{
    public ArchiveStudyValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ArchiveStudyHandler(PlanningDbContext db) : ICommandHandler<ArchiveStudy, StudyReply>
{
    public async Task<StudyReply> Handle(ArchiveStudy command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.Id), ct);
        study.Archive();
        return StudyReply.Of(study);
    }
}
