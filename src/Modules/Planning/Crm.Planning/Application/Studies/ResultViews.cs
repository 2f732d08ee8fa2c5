using Crm.BuildingBlocks;
using Crm.Planning.Application.Statistics;
using Crm.Planning.Domain.Studies;

namespace Crm.Planning.Application.Studies;

/// <summary>What a study showed, question by question. Every interval is for the confidence that stands beside.</summary>
/// <param name="StudyId">Which study.</param>
/// <param name="Wave">The one that was asked for; null: all.</param>
/// <param name="Responses">How many answered at all.</param>
/// <param name="Confidence">Of all intervals.</param>
/// <param name="Questions">In their order.</param>
/// <param name="Method">How the figures are made, in words.</param>
internal sealed record StudyResultsView(
    Guid StudyId, string? Wave, int Responses, decimal Confidence, IReadOnlyList<QuestionResult> Questions, Phrase Method)
{
    public static readonly Phrase Formulas = new(
        "Shares: Wilson's score interval. Means: Student's t interval, standard deviation with n - 1. Quartiles: type 7 of Hyndman and Fan. NPS: share of 9 and 10 less share of 0 to 6, normal interval. Top two: share of the two highest steps. Answers are taken as a simple random sample of a large population.",
        "比例：威尔逊得分区间。均值：学生 t 区间，标准差除以 n - 1。四分位数：Hyndman-Fan 第 7 型。NPS：9 和 10 分的比例减去 0 至 6 分的比例，正态区间。最高两级：最高两个等级的比例。答复视为来自大总体的简单随机样本。");
}

/// <param name="Key">Of the question.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">As it was put.</param>
/// <param name="N">How many answered it.</param>
/// <param name="Missing">How many answered, but not this.</param>
/// <param name="Options">Of choices, yes or no, and scales: in their order, each with its share of those who answered.</param>
/// <param name="Mean">Of scales and numbers.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Low">Of the mean.</param>
/// <param name="High">Of the mean.</param>
/// <param name="Least">Smallest answer.</param>
/// <param name="Q1">First quartile.</param>
/// <param name="Median">Second quartile.</param>
/// <param name="Q3">Third quartile.</param>
/// <param name="Most">Greatest answer.</param>
/// <param name="TopTwo">Of scales.</param>
/// <param name="Nps">Of scales from 0 to 10.</param>
/// <param name="First">Earliest day that was answered.</param>
/// <param name="Last">Latest day that was answered.</param>
internal sealed record QuestionResult(
    string Key,
    QuestionKind Kind,
    Phrase Text,
    int N,
    int Missing,
    IReadOnlyList<OptionShare>? Options = null,
    decimal? Mean = null,
    decimal? Deviation = null,
    decimal? Low = null,
    decimal? High = null,
    decimal? Least = null,
    decimal? Q1 = null,
    decimal? Median = null,
    decimal? Q3 = null,
    decimal? Most = null,
    OptionShare? TopTwo = null,
    NpsView? Nps = null,
    DateOnly? First = null,
    DateOnly? Last = null);

/// <param name="Key">Of the option, or the step of the scale.</param>
/// <param name="Count">How many chose it.</param>
/// <param name="Share">Of those who answered; null when nobody did.</param>
/// <param name="Low">Of the share.</param>
/// <param name="High">Of the share.</param>
internal sealed record OptionShare(string Key, int Count, decimal? Share, decimal? Low, decimal? High)
{
    public static OptionShare Of(string key, int count, int n, double confidence)
    {
        if (n == 0) return new OptionShare(key, count, null, null, null);
        var interval = Shares.Wilson(count, n, confidence);
        return new OptionShare(key, count, Figures.Of((double)count / n), Figures.Of(interval.Low), Figures.Of(interval.High));
    }
}

/// <param name="Score">From -100 to 100.</param>
/// <param name="Low">Of the score.</param>
/// <param name="High">Of the score.</param>
internal sealed record NpsView(decimal? Score, decimal? Low, decimal? High)
{
    public static NpsView Of(NetPromoterFigure f) => new(Figures.Of(f.Score * 100), Figures.Of(f.Interval.Low * 100), Figures.Of(f.Interval.High * 100));
}

/// <summary>Answers to one question by answers to another.</summary>
/// <param name="Rows">Keys of the options of the first question.</param>
/// <param name="Columns">Keys of the options of the second.</param>
/// <param name="Counts">By row and column.</param>
/// <param name="N">Respondents that answered both.</param>
/// <param name="ChiSquare">χ²; null where there is nothing to compare.</param>
/// <param name="Freedom">Degrees of freedom.</param>
/// <param name="P">Chance of a χ² at least as great where the questions have nothing to do with each other.</param>
/// <param name="CramersV">Strength from 0 to 1.</param>
/// <param name="IsReliable">Not more than a fifth of the cells expect fewer than five.</param>
/// <param name="FisherP">Of tables of two by two: exact.</param>
/// <param name="Method">How the figures are made, in words.</param>
internal sealed record CrossTableView(
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<long>> Counts,
    long N,
    decimal? ChiSquare,
    int? Freedom,
    decimal? P,
    decimal? CramersV,
    bool? IsReliable,
    decimal? FisherP,
    Phrase Method)
{
    public static readonly Phrase Formulas = new(
        "Pearson's chi-square without correction for continuity, Cramér's V; options that nobody chose are left out of the test. Where more than a fifth of the cells expect fewer than five, rely on Fisher's exact test, which tables of two by two have.",
        "皮尔逊卡方（无连续性校正）及克拉默 V；无人选择的选项不计入检验。若超过五分之一的单元格期望数小于五，请以二乘二表的费希尔精确检验为准。");
}

/// <summary>How answers to one question went from wave to wave.</summary>
/// <param name="Question">Its key.</param>
/// <param name="Option">Whose share it is, of choices; null: means.</param>
/// <param name="Waves">In the order of their first answers.</param>
/// <param name="Slope">Change for each wave; null with fewer than two waves.</param>
/// <param name="Low">Of the slope; null, as the next two, with fewer than three waves.</param>
/// <param name="High">Of the slope.</param>
/// <param name="P">Chance of so great a slope, either way, where there is none.</param>
/// <param name="Determination">R².</param>
/// <param name="Confidence">Of all intervals.</param>
/// <param name="Method">How the figures are made, in words.</param>
internal sealed record WaveTrendView(
    string Question,
    string? Option,
    IReadOnlyList<WaveFigure> Waves,
    decimal? Slope,
    decimal? Low,
    decimal? High,
    decimal? P,
    decimal? Determination,
    decimal Confidence,
    Phrase Method)
{
    public static readonly Phrase Formulas = new(
        "A straight line by ordinary least squares through the figures of the waves, numbered from 0; its slope tested by Student's t with two degrees of freedom fewer than waves. Waves count the same, however many answered.",
        "以最小二乘法对各轮数值（从 0 编号）拟合直线；斜率以自由度为轮数减二的学生 t 检验。各轮权重相同，不论答复人数。");
}

/// <param name="Wave">Its name.</param>
/// <param name="N">How many answered the question.</param>
/// <param name="Value">Mean, or share of the option.</param>
/// <param name="Low">Of the value.</param>
/// <param name="High">Of the value.</param>
internal sealed record WaveFigure(string Wave, int N, decimal? Value, decimal? Low, decimal? High);
