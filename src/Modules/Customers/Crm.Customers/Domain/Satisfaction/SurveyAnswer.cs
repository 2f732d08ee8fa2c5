using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Satisfaction;

internal readonly record struct SurveyAnswerId(Guid Value) : ITypedId;

internal enum SurveyKind
{
    /// <summary>How satisfied somebody was, from 1 to 5.</summary>
    [Label("Satisfaction (CSAT)", "满意度（CSAT）")]
    Csat,

    /// <summary>Whether somebody would recommend the company, from 0 to 10.</summary>
    [Label("Recommendation (NPS)", "推荐意愿（NPS）")]
    Nps,
}

/// <summary>What a customer answered when asked.</summary>
internal sealed class SurveyAnswer : AggregateRoot
{
    private SurveyAnswer()
    {
    }

    public SurveyAnswerId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public SurveyKind Kind { get; private set; }

    /// <summary>From 1 to 5, or from 0 to 10.</summary>
    public int Value { get; private set; }

    /// <summary>Which survey it was. Empty once the customer was erased, and only then.</summary>
    [PersonalInCopies]
    public string Source { get; private set; } = "";

    public DateTimeOffset AnsweredAt { get; private set; }

    public Guid? OrderId { get; private set; }

    public Guid? CaseId { get; private set; }

    [Personal]
    public string? Comment { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>From 0 to 100.</summary>
    public double Score => ScoreOf(Kind, Value);

    public static double ScoreOf(SurveyKind kind, int value) => kind == SurveyKind.Csat ? OfFive(value) : value * 10.0;

    /// <summary>A rating from 1 to 5 on a scale from 0 to 100.</summary>
    public static double OfFive(int rating) => (rating - 1) * 25.0;

    public static SurveyAnswer Record(
        CustomerId customer, SurveyKind kind, int value, string source, DateTimeOffset answeredAt, Guid? orderId, Guid? caseId, string? comment, DateTimeOffset now)
    {
        var answer = new SurveyAnswer
        {
            Id = new SurveyAnswerId(Guid.CreateVersion7()),
            CustomerId = customer,
            Kind = kind,
            Value = value,
            Source = source,
            AnsweredAt = answeredAt,
            OrderId = orderId,
            CaseId = caseId,
            Comment = comment,
            RecordedAt = now,
        };
        answer.Raise(new SurveyWasAnswered());
        return answer;
    }

    /// <summary>Takes away what was said; the value counts on. Happens once.</summary>
    public void Anonymise()
    {
        if (Source.Length == 0) return;
        (Source, Comment) = ("", null);
        Raise(new SurveyAnswerWasAnonymised());
    }
}

internal sealed record SurveyWasAnswered : DomainEvent;

internal sealed record SurveyAnswerWasAnonymised : DomainEvent;
