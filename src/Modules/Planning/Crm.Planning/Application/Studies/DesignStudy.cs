using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>Begins a study, with questions or without.</summary>
internal sealed record DesignStudy : StudyInput, ICommand<StudyReply>
{
    /// <summary>Unique; never changes.</summary>
    public required string Code { get; init; }
}

internal sealed class DesignStudyValidator : AbstractValidator<DesignStudy>
{
    public DesignStudyValidator()
    {
        Include(new StudyInputValidator<DesignStudy>());
        RuleFor(c => c.Code).IsResearchCode();
    }
}

internal sealed class DesignStudyHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<DesignStudy, StudyReply>
{
    public async Task<StudyReply> Handle(DesignStudy command, CancellationToken ct)
    {
        await db.RequireFreeStudyCode(command.Code, ct);
        var study = Study.Design(
            command.Code, command.Terms(), command.Questions, command.OwnerId ?? caller.Caller.PersonId, command.UnitId ?? caller.Caller.UnitId, time.GetUtcNow());
        db.Add(study);
        return StudyReply.Of(study);
    }
}

internal static class StudyCodes
{
    /// <summary>Looks at all studies, also at those that the caller may not see: a code is one of the whole company.</summary>
    public static async Task RequireFreeStudyCode(this PlanningDbContext db, string code, CancellationToken ct)
    {
        if (await db.Set<Study>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(s => s.Code == code, ct)) throw StudyRules.CodeTaken.Broken(code);
    }
}
