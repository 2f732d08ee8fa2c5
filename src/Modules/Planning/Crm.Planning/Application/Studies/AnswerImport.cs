using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>One answer of one respondent in a file: each question is a row.</summary>
internal sealed record AnswerInFile(
    [ImportField("Code of the study", "调研代码", MaxLength = ResearchColumns.Code, Synonyms = "survey")] string Study,
    [ImportField("Key of whoever answered, the same in all rows; never a name", "受访者编号（各行一致，不得为姓名）", MaxLength = ResearchColumns.Respondent, Synonyms = "participant|respondent id")] string Respondent,
    [ImportField("Key of the question", "问题的键", MaxLength = ResearchColumns.Key)] string Question,
    [ImportField("The answer: keys of options with bars between them, a number, a day, yes or no, or words", "答复：选项的键（以竖线分隔）、数值、日期、yes 或 no、或文本", MaxLength = ResearchColumns.Words, IsPersonal = true)] string Answer,
    [ImportField("Day of the answer", "作答日期", Content = ImportContent.Date)] DateOnly AnsweredOn,
    [ImportField("Which time of a repeated study", "调研轮次", MaxLength = ResearchColumns.Wave)] string? Wave = null);

internal sealed class AnswerInFileValidator : AbstractValidator<AnswerInFile>
{
    public AnswerInFileValidator(TimeProvider time)
    {
        RuleFor(r => r.Respondent).NotEmpty();
        RuleFor(r => r.AnsweredOn).IsPastDay(time);
    }
}

/// <summary>Takes many answers, a row each. What a respondent answered before to the same question in the same wave is replaced.</summary>
internal sealed class AnswerImport(PlanningDbContext db, TimeProvider time) : IImportTarget<AnswerInFile>
{
    public async Task Apply(IReadOnlyList<ImportRow<AnswerInFile>> rows, ImportContext context, CancellationToken ct)
    {
        var codes = rows.Select(r => r.Value.Study).Distinct().ToList();
        var studies = await db.Set<Study>().AsNoTracking().Where(s => EF.Parameter(codes).Contains(s.Code)).ToDictionaryAsync(s => s.Code, ct);
        var known = await Known([.. studies.Values.Select(s => s.Id)], [.. rows.Select(r => r.Value.Respondent).Distinct()], ct);
        foreach (var row in rows)
        {
            if (!studies.TryGetValue(row.Value.Study, out var study)) row.Refuse(StudyRules.StudyUnknown, row.Value.Study);
            else if (study.State != StudyState.Fielding) row.Refuse(StudyRules.NotFielding);
            else if (study.Asked(row.Value.Question) is not { } question || AnswerChecks.Read(question, row.Value.Answer.Trim()) is not { } given)
                row.Refuse(StudyRules.AnswerDoesNotFit, row.Value.Answer, row.Value.Question);
            else Take(row, study, given, known);
        }
    }

    private async Task<Dictionary<(StudyId, string, string), Taken>> Known(List<StudyId> studies, List<string> respondents, CancellationToken ct)
    {
        var responses = await db.Set<Response>()
            .Where(r => EF.Parameter(studies).Contains(r.StudyId) && r.Respondent != null && EF.Parameter(respondents).Contains(r.Respondent)).ToListAsync(ct);
        var ids = responses.ConvertAll(r => r.Id);
        var answers = (await db.Set<Answer>().Where(a => EF.Parameter(ids).Contains(a.ResponseId)).ToListAsync(ct)).ToLookup(a => a.ResponseId);
        return responses.ToDictionary(r => (r.StudyId, r.Respondent!, r.Wave), r => new Taken(r, [.. answers[r.Id]]));
    }

    private void Take(ImportRow<AnswerInFile> row, Study study, AnswerGiven given, Dictionary<(StudyId, string, string), Taken> known)
    {
        var (respondent, wave) = (row.Value.Respondent, row.Value.Wave ?? "");
        if (!known.TryGetValue((study.Id, respondent, wave), out var taken))
        {
            var response = Response.Take(study.Id, new ResponseFacts(null, respondent, wave, "", row.Value.AnsweredOn), time.GetUtcNow());
            db.Add(response);
            known[(study.Id, respondent, wave)] = taken = new Taken(response, []);
        }

        var (before, after) = (taken.Answers.Where(a => a.Question == given.Question).ToList(), Answer.Of(taken.Response.Id, given).ToList());
        if (IsSame(before, after))
        {
            row.Unchanged(taken.Response.Key);
            return;
        }

        Replace(taken, before, after);
        if (before.Count == 0) row.Created(taken.Response.Key);
        else row.Updated(taken.Response.Key);
    }

    private void Replace(Taken taken, List<Answer> before, List<Answer> after)
    {
        foreach (var answer in after)
        {
            if (before.Find(a => a.Ordinal == answer.Ordinal) is { } present)
            {
                present.Say(answer);
                continue;
            }

            db.Add(answer);
            taken.Answers.Add(answer);
        }

        foreach (var gone in before.Where(a => a.Ordinal >= after.Count))
        {
            db.Remove(gone);
            taken.Answers.Remove(gone);
        }

        // A new response, or one that another row changed, has told of it already.
        if (taken.Response.Raised.Count == 0) taken.Response.TakeMore();
    }

    private static bool IsSame(List<Answer> before, List<Answer> after) =>
        before.Count == after.Count && before.OrderBy(a => a.Ordinal).Zip(after).All(p =>
            (p.First.Option, p.First.Number, p.First.Date, p.First.Text) == (p.Second.Option, p.Second.Number, p.Second.Date, p.Second.Text));

    private sealed record Taken(Response Response, List<Answer> Answers);
}
