using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Evaluations;

internal readonly record struct ScoreCardId(Guid Value) : ITypedId;

/// <param name="Code">Unique within the card.</param>
/// <param name="Name">In front of people.</param>
/// <param name="Weight">Percent; those of a card sum to 100.</param>
internal sealed record Criterion(string Code, Phrase Name, decimal Weight);

/// <param name="Grade">Such as A.</param>
/// <param name="FromScore">The least score that has it, from 0 to 100.</param>
internal sealed record GradeBound(string Grade, decimal FromScore);

/// <summary>By what customers are evaluated. A card never changes: another version takes its place, and evaluations keep theirs.</summary>
internal sealed class ScoreCard : AggregateRoot
{
    private ScoreCard()
    {
    }

    public ScoreCardId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    /// <summary>From 1; the highest of a code is the one in use.</summary>
    public int Number { get; private set; }

    public string English { get; private set; } = "";

    public string Chinese { get; private set; } = "";

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    /// <summary>Points of a criterion go from 0 to this.</summary>
    public int Scale { get; private set; }

    /// <summary>From the best to the worst, which begins at 0.</summary>
    public IReadOnlyList<GradeBound> Grades { get; private set; } = [];

    /// <summary>Days for which an evaluation holds, the day itself included.</summary>
    public int ValidDays { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public static ScoreCard Publish(
        string code, int number, Phrase name, IReadOnlyList<Criterion> criteria, int scale, IReadOnlyList<GradeBound> grades, int validDays, DateTimeOffset now)
    {
        var card = new ScoreCard
        {
            Id = new ScoreCardId(Guid.CreateVersion7()),
            Code = code,
            Number = number,
            English = name.English,
            Chinese = name.Chinese,
            Criteria = criteria,
            Scale = scale,
            Grades = [.. grades.OrderByDescending(g => g.FromScore)],
            ValidDays = validDays,
            PublishedAt = now,
        };
        card.Raise(new ScoreCardWasPublished());
        return card;
    }

    /// <summary>Sum of weight times points by scale, from 0 to 100, rounded to two decimals, half away from zero.</summary>
    /// <param name="points">By the code of the criterion; each is there once.</param>
    public decimal ScoreOf(IReadOnlyDictionary<string, decimal> points) =>
        Math.Round(Criteria.Sum(c => c.Weight * points[c.Code] / Scale), 2, MidpointRounding.AwayFromZero);

    public string GradeOf(decimal score) => Grades.First(g => score >= g.FromScore).Grade;
}

internal sealed record ScoreCardWasPublished : DomainEvent;

internal readonly record struct EvaluationId(Guid Value) : ITypedId;

/// <param name="Criterion">Its code.</param>
/// <param name="Points">From 0 to the scale of the card.</param>
internal sealed record CriterionPoints(string Criterion, decimal Points);

/// <summary>What somebody found a customer to be, by a card.</summary>
internal sealed class Evaluation : AggregateRoot
{
    private Evaluation()
    {
    }

    public EvaluationId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public ScoreCardId ScoreCardId { get; private set; }

    public string CardCode { get; private set; } = "";

    public int CardNumber { get; private set; }

    public IReadOnlyList<CriterionPoints> Points { get; private set; } = [];

    /// <summary>From 0 to 100, two decimals.</summary>
    public decimal Score { get; private set; }

    public string Grade { get; private set; } = "";

    /// <summary>The last business day on which it holds.</summary>
    public DateOnly ValidUntil { get; private set; }

    public DateTimeOffset EvaluatedAt { get; private set; }

    public Guid EvaluatedById { get; private set; }

    [Personal]
    public string? Comment { get; private set; }

    public static Evaluation Of(
        CustomerId customer, ScoreCard card, IReadOnlyList<CriterionPoints> points, string? comment, DateOnly today, Guid by, DateTimeOffset now)
    {
        var score = card.ScoreOf(points.ToDictionary(p => p.Criterion, p => p.Points));
        var evaluation = new Evaluation
        {
            Id = new EvaluationId(Guid.CreateVersion7()),
            CustomerId = customer,
            ScoreCardId = card.Id,
            CardCode = card.Code,
            CardNumber = card.Number,
            Points = points,
            Score = score,
            Grade = card.GradeOf(score),
            ValidUntil = today.AddDays(card.ValidDays - 1),
            EvaluatedAt = now,
            EvaluatedById = by,
            Comment = comment,
        };
        evaluation.Raise(new CustomerWasEvaluated());
        return evaluation;
    }

    /// <summary>Takes away what was said. Happens once.</summary>
    public void Anonymise()
    {
        if (Comment is null) return;
        Comment = null;
        Raise(new EvaluationWasAnonymised());
    }
}

internal sealed record CustomerWasEvaluated : DomainEvent;

internal sealed record EvaluationWasAnonymised : DomainEvent;

internal static class EvaluationRules
{
    public static readonly Rule CardUnknown = new("customers.score-card-unknown", "There is no score card '{0}'.", "没有评分卡 '{0}'。");

    public static readonly Rule PointsDoNotFit = new(
        "customers.points-do-not-fit",
        "Give points from 0 to {0} for each criterion of the card, once: {1}.",
        "请为评分卡的每项标准各给出一次 0 到 {0} 的分数：{1}。");
}
