using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>Writes down what a study showed.</summary>
/// <param name="StudyId">Which study.</param>
/// <param name="Text">What was found.</param>
/// <param name="Evidence">Keys of the questions that show it.</param>
internal sealed record RecordFinding(Guid StudyId, string Text, IReadOnlyList<string> Evidence) : ICommand<FindingRecorded>;

internal sealed record FindingRecorded(Guid Id, int Version);

internal sealed class RecordFindingValidator : AbstractValidator<RecordFinding>
{
    private const int MostEvidence = 50;

    private static readonly Phrase TooMany = new($"At most {MostEvidence} questions show one thing.", $"一条结论最多引用 {MostEvidence} 个问题。");

    public RecordFindingValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(ResearchColumns.Note);
        RuleFor(c => c.Evidence).Must(e => e.Count <= MostEvidence).WithPhrase(TooMany);
    }
}

internal sealed class RecordFindingHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RecordFinding, FindingRecorded>
{
    public async Task<FindingRecorded> Handle(RecordFinding command, CancellationToken ct)
    {
        var study = await db.ForChange<Study, StudyId>(new StudyId(command.StudyId), ct);
        for (var i = 0; i < command.Evidence.Count; i++)
        {
            if (study.Asked(command.Evidence[i]) is null) throw new InvalidInput($"/evidence/{i}", AnswerChecks.NoQuestion);
        }

        var finding = study.Find(command.Text, command.Evidence, caller.Caller.Id, time.GetUtcNow());
        return new FindingRecorded(finding.Id, study.Version);
    }
}
