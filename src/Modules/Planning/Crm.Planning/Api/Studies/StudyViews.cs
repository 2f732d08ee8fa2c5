using System.Linq.Expressions;
using Crm.Planning.Domain.Studies;

namespace Crm.Planning.Api.Studies;

/// <summary>A study in a list.</summary>
internal sealed record StudyRow(
    Guid Id, string Code, string Name, DateOnly From, DateOnly To, StudyState State, Guid? OwnerId, Guid? UnitId, DateTimeOffset CreatedAt, int Version)
{
    public static readonly Expression<Func<Study, StudyRow>> FromStudy = s => new StudyRow(
        s.Id.Value, s.Code, s.Name, s.From, s.To, s.State, s.OwnerId, s.UnitId, s.CreatedAt, s.Version);
}

/// <summary>A study in full, without its answers.</summary>
/// <param name="Responses">How many had answered when it was completed; null before.</param>
internal sealed record StudyView(
    Guid Id,
    string Code,
    string Name,
    string? Objective,
    DateOnly From,
    DateOnly To,
    StudyState State,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<FindingView> Findings,
    Guid? OwnerId,
    Guid? UnitId,
    DateTimeOffset CreatedAt,
    DateOnly? CompletedOn,
    int? Responses,
    int Version)
{
    public static StudyView Of(Study s) => new(
        s.Key, s.Code, s.Name, s.Objective, s.From, s.To, s.State, s.Questions, [.. s.Findings.OrderBy(f => f.At).ThenBy(f => f.Id).Select(FindingView.Of)], s.OwnerId,
        s.UnitId, s.CreatedAt, s.CompletedOn, s.CompletedOn is null ? null : s.Responses, s.Version);
}

/// <param name="Id">Of the finding.</param>
/// <param name="Text">What was found.</param>
/// <param name="Evidence">Keys of the questions that show it.</param>
/// <param name="ById">Who says so.</param>
/// <param name="At">When it was written down.</param>
internal sealed record FindingView(Guid Id, string Text, IReadOnlyList<string> Evidence, Guid ById, DateTimeOffset At)
{
    public static FindingView Of(Finding f) => new(f.Id, f.Text, f.Evidence, f.ById, f.At);
}

/// <param name="Text">What was found.</param>
/// <param name="Evidence">Keys of the questions that show it.</param>
internal sealed record FindingInput(string Text, IReadOnlyList<string>? Evidence = null);

/// <summary>A response in a list.</summary>
internal sealed record ResponseRow(
    Guid Id, Guid? CustomerId, string? Respondent, string Wave, string Source, DateOnly AnsweredOn, DateTimeOffset TakenAt, int Version)
{
    public static readonly Expression<Func<Response, ResponseRow>> FromResponse = r => new ResponseRow(
        r.Id.Value, r.CustomerId, r.Respondent, r.Wave, r.Source, r.AnsweredOn, r.TakenAt, r.Version);
}

/// <summary>A response with its answers.</summary>
internal sealed record ResponseView(
    Guid Id, Guid? CustomerId, string? Respondent, string Wave, string Source, DateOnly AnsweredOn, DateTimeOffset TakenAt, IReadOnlyList<AnswerView> Answers, int Version)
{
    public static ResponseView Of(Study study, Response r, IEnumerable<Answer> answers)
    {
        var byQuestion = answers.ToLookup(a => a.Question);
        return new ResponseView(
            r.Key, r.CustomerId, r.Respondent, r.Wave, r.Source, r.AnsweredOn, r.TakenAt,
            [.. study.Questions.Where(q => byQuestion.Contains(q.Key)).Select(q => AnswerView.Of(q, [.. byQuestion[q.Key].OrderBy(a => a.Ordinal)]))], r.Version);
    }
}

/// <param name="Question">Its key.</param>
/// <param name="Options">That were chosen, or yes or no.</param>
/// <param name="Number">Of a scale or a number.</param>
/// <param name="Date">Of a day.</param>
/// <param name="Text">In words; null where the respondent was erased.</param>
internal sealed record AnswerView(string Question, IReadOnlyList<string>? Options, decimal? Number, DateOnly? Date, string? Text)
{
    public static AnswerView Of(Question question, IReadOnlyList<Answer> parts) => new(
        question.Key, parts[0].Option is null ? null : [.. parts.Select(p => p.Option!)], parts[0].Number, parts[0].Date, parts[0].Text);
}
