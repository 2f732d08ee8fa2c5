using System.Globalization;
using Crm.BuildingBlocks;
using Crm.Planning.Domain.Studies;

namespace Crm.Planning.Application.Studies;

/// <summary>Whether answers belong to the questions of a study.</summary>
internal static class AnswerChecks
{
    public static readonly Phrase NoQuestion = new("The study has no question of that key.", "该调研没有此键的问题。");

    private static readonly Phrase Twice = new("The question is answered twice.", "该问题重复作答。");
    private static readonly Phrase Missing = new("The question '{0}' must be answered.", "问题 '{0}' 必须作答。");

    /// <summary>Refuses, each by its place, answers that do not fit, and a response that leaves out what is required.</summary>
    public static void Require(Study study, IReadOnlyList<AnswerGiven> answers)
    {
        var errors = new List<InputError>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < answers.Count; i++)
        {
            if (study.Asked(answers[i].Question) is not { } question) errors.Add(new InputError($"/answers/{i}/question", NoQuestion));
            else if (!answered.Add(question.Key)) errors.Add(new InputError($"/answers/{i}/question", Twice));
            else if (question.Fault(answers[i]) is { } fault) errors.Add(new InputError($"/answers/{i}", fault));
        }

        errors.AddRange(study.Questions.Where(q => q.IsRequired && !answered.Contains(q.Key)).Select(q => new InputError("/answers", Missing, q.Key)));
        if (errors.Count > 0) throw new InvalidInput(errors);
    }

    /// <summary>An answer as files write it: several options with bars between them, numbers with a point, days as 2027-01-31; null where it does not fit.</summary>
    public static AnswerGiven? Read(Question question, string text)
    {
        var given = question.Kind switch
        {
            QuestionKind.Single => new AnswerGiven(question.Key, Options: [text]),
            QuestionKind.YesNo => new AnswerGiven(question.Key, Options: [text.ToLowerInvariant()]),
            QuestionKind.Multiple => new AnswerGiven(question.Key, Options: text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            QuestionKind.Scale or QuestionKind.Number => new AnswerGiven(question.Key, Number: NumberIn(text)),
            QuestionKind.Date => new AnswerGiven(question.Key, Date: DayIn(text)),
            _ => new AnswerGiven(question.Key, Text: text),
        };
        return question.Fault(given) is null ? given : null;
    }

    private static decimal? NumberIn(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? DayIn(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
