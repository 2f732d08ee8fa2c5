using Crm.Planning.Application.Statistics;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>Follows one question from wave to wave: its mean, or the share of one of its options.</summary>
internal sealed class WaveTrends(PlanningDbContext db, StudyResults results)
{
    public async Task<WaveTrendView> Of(Study study, Question question, string? option, CancellationToken ct)
    {
        var (responses, key) = (results.Responses(study, wave: null), question.Key);
        var alike = await (from a in db.Set<Answer>().AsNoTracking()
                           join r in responses on a.ResponseId equals r.Id
                           where a.Question == key
                           group new { r.AnsweredOn, First = a.Ordinal == 0 ? 1 : 0 } by new { r.Wave, a.Option, a.Number } into g
                           select new { g.Key.Wave, g.Key.Option, g.Key.Number, Count = g.Count(), Respondents = g.Sum(x => x.First), Since = g.Min(x => x.AnsweredOn) })
            .ToListAsync(ct);
        var waves = alike.GroupBy(a => a.Wave).OrderBy(w => w.Min(a => a.Since)).ThenBy(w => w.Key, StringComparer.Ordinal)
            .Select(w => option is null
                ? MeanOf(w.Key, [.. w.SelectMany(a => Enumerable.Repeat((double)a.Number!.Value, a.Count))])
                : ShareOf(w.Key, w.Where(a => StudyResults.ChoiceOf(a.Option, a.Number) == option).Sum(a => a.Count), w.Sum(a => a.Respondents)))
            .ToList();
        var fit = LinearFit.Of([.. waves.Select((w, i) => ((double)i, w.Value))], StudyResults.Confidence);
        return new WaveTrendView(
            key, option, [.. waves.Select(w => w.Figure)], Rounded(fit?.Slope), Rounded(fit?.SlopeInterval?.Low), Rounded(fit?.SlopeInterval?.High), Rounded(fit?.P),
            Rounded(fit?.Determination), (decimal)StudyResults.Confidence, WaveTrendView.Formulas);
    }

    private static (double Value, WaveFigure Figure) MeanOf(string wave, IReadOnlyList<double> values)
    {
        var mean = Means.Of(values, StudyResults.Confidence);
        return (mean.Mean, new WaveFigure(wave, mean.N, Figures.Of(mean.Mean), Rounded(mean.Interval?.Low), Rounded(mean.Interval?.High)));
    }

    private static (double Value, WaveFigure Figure) ShareOf(string wave, int count, int n)
    {
        var share = OptionShare.Of(wave, count, n, StudyResults.Confidence);
        return ((double)count / n, new WaveFigure(wave, n, share.Share, share.Low, share.High));
    }

    private static decimal? Rounded(double? value) => value is { } given ? Figures.Of(given) : null;
}
