using System.Globalization;
using Crm.Planning.Application.Statistics;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>Counts the answers of a study. The database counts; what is alike comes from it once, with its number.</summary>
internal sealed class StudyResults(PlanningDbContext db)
{
    public const double Confidence = 0.95;

    public async Task<StudyResultsView> Of(Study study, string? wave, CancellationToken ct)
    {
        var responses = Responses(study, wave);
        var answers = db.Set<Answer>().AsNoTracking().Where(a => responses.Any(r => r.Id == a.ResponseId));
        var alike = await answers.GroupBy(a => new { a.Question, a.Option, a.Number, a.Date })
            .Select(g => new Alike(g.Key.Question, g.Key.Option, g.Key.Number, g.Key.Date, g.Count())).ToListAsync(ct);
        var answered = await answers.Where(a => a.Ordinal == 0).GroupBy(a => a.Question).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, ct);
        var (total, byQuestion) = (await responses.CountAsync(ct), alike.ToLookup(a => a.Question));
        return new StudyResultsView(
            study.Key, wave, total, (decimal)Confidence,
            [.. study.Questions.Select(q => Result(q, [.. byQuestion[q.Key]], answered.GetValueOrDefault(q.Key), total))], StudyResultsView.Formulas);
    }

    /// <param name="study">Within the caller's reach.</param>
    /// <param name="wave">Null: all.</param>
    public IQueryable<Response> Responses(Study study, string? wave)
    {
        var id = study.Id;
        var all = db.Set<Response>().AsNoTracking().Where(r => r.StudyId == id);
        return wave is null ? all : all.Where(r => r.Wave == wave);
    }

    /// <summary>What can be chosen, in order: options, yes and no, or the steps of a scale.</summary>
    public static IReadOnlyList<string> Choices(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => [Question.Yes, Question.No],
        QuestionKind.Scale => [.. Enumerable.Range((int)question.Least!, (int)(question.Most! - question.Least!) + 1).Select(step => step.ToString(CultureInfo.InvariantCulture))],
        _ => [.. (question.Options ?? []).Select(o => o.Key)],
    };

    /// <summary>The choice that an answer stands for.</summary>
    public static string ChoiceOf(string? option, decimal? number) => option ?? ((int)number!.Value).ToString(CultureInfo.InvariantCulture);

    private static QuestionResult Result(Question question, List<Alike> alike, int n, int total)
    {
        var result = new QuestionResult(question.Key, question.Kind, question.Text, n, total - n);
        if (question.Kind is QuestionKind.Text) return result;
        if (question.Kind is QuestionKind.Date) return result with { First = alike.Min(a => a.Date), Last = alike.Max(a => a.Date) };
        if (question.Kind != QuestionKind.Number) result = result with { Options = Options(question, alike, n) };
        return question.IsNumeric && n > 0 ? WithNumbers(result, question, alike) : result;
    }

    private static List<OptionShare> Options(Question question, List<Alike> alike, int n)
    {
        var counts = alike.GroupBy(a => ChoiceOf(a.Option, a.Number)).ToDictionary(g => g.Key, g => g.Sum(a => a.Count));
        return [.. Choices(question).Select(key => OptionShare.Of(key, counts.GetValueOrDefault(key), n, Confidence))];
    }

    private static QuestionResult WithNumbers(QuestionResult result, Question question, List<Alike> alike)
    {
        var sorted = alike.OrderBy(a => a.Number).SelectMany(a => Enumerable.Repeat(a.Number!.Value, a.Count)).ToList();
        var values = sorted.ConvertAll(v => (double)v);
        var mean = Means.Of(values, Confidence);
        result = result with
        {
            Mean = Figures.Of(mean.Mean),
            Deviation = mean.Deviation is { } deviation ? Figures.Of(deviation) : null,
            Low = mean.Interval is { } low ? Figures.Of(low.Low) : null,
            High = mean.Interval is { } high ? Figures.Of(high.High) : null,
            Least = sorted[0],
            Q1 = Quantiles.At(sorted, 0.25m),
            Median = Quantiles.At(sorted, 0.5m),
            Q3 = Quantiles.At(sorted, 0.75m),
            Most = sorted[^1],
        };
        if (question.Kind != QuestionKind.Scale) return result;
        return result with
        {
            TopTwo = OptionShare.Of("topTwo", sorted.Count(v => v >= question.Most - 1), sorted.Count, Confidence),
            Nps = question.IsRecommendation ? NpsView.Of(NetPromoters.Of(values, Confidence)) : null,
        };
    }

    private sealed record Alike(string Question, string? Option, decimal? Number, DateOnly? Date, int Count);
}
