using MathNet.Numerics.Distributions;

namespace Crm.Planning.Application.Statistics;

/// <param name="Score">Share of promoters less share of detractors, from -1 to 1.</param>
/// <param name="Interval">Of the score, within -1 and 1.</param>
internal sealed record NetPromoterFigure(double Score, Interval Interval);

/// <summary>Would they recommend us, from 0 to 10?</summary>
internal static class NetPromoters
{
    /// <summary>
    /// Promoters answered 9 or 10, detractors 0 to 6. F. F. Reichheld, "The one number you need to grow", Harvard Business Review 81 (2003).
    /// The interval is that of a difference of two shares of one sample: score ± z √((p + d - (p - d)²) / n).
    /// </summary>
    /// <param name="answers">At least one, each from 0 to 10.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static NetPromoterFigure Of(IReadOnlyList<double> answers, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answers.Count, nameof(answers));
        double n = answers.Count;
        var (promoters, detractors) = (answers.Count(a => a >= 9) / n, answers.Count(a => a <= 6) / n);
        var score = promoters - detractors;
        var reach = Normal.InvCDF(0, 1, (1 + confidence) / 2) * Math.Sqrt((promoters + detractors - (score * score)) / n);
        return new NetPromoterFigure(score, new Interval(Math.Max(-1, score - reach), Math.Min(1, score + reach)));
    }
}
