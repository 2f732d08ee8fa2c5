using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>No more answers are taken; others are told that there are results.</summary>
internal sealed record CompleteStudy(Guid Id) : ICommand<StudyReply>;

internal sealed class CompleteStudyValidator : AbstractValidator<CompleteStudy>
{
    public CompleteStudyValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CompleteStudyHandler(PlanningDbContext db, CompanyDay days) : ICommandHandler<CompleteStudy, StudyReply>
{
    public async Task<StudyReply> Handle(CompleteStudy command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.Id), ct);
        var id = study.Id;
        study.Complete(await db.Set<Response>().CountAsync(r => r.StudyId == id, ct), await days.Today(ct));
        return StudyReply.Of(study);
    }
}
