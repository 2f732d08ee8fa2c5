using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Studies;

internal readonly record struct ResponseId(Guid Value) : ITypedId;

/// <summary>Who answered, when and in which wave.</summary>
/// <param name="CustomerId">Where a customer answered who is known.</param>
/// <param name="Respondent">Key of whoever answered in another system; answers of a file belong together by it.</param>
/// <param name="Wave">A study that is repeated calls each time a wave.</param>
/// <param name="Source">How the answers came in, such as "web form".</param>
/// <param name="AnsweredOn">Business date.</param>
internal sealed record ResponseFacts(Guid? CustomerId, string? Respondent, string Wave, string Source, DateOnly AnsweredOn);

/// <summary>The answers of one respondent in one wave of a study.</summary>
internal sealed class Response : AggregateRoot
{
    private Response()
    {
    }

    public ResponseId Id { get; private set; }

    public override Guid Key => Id.Value;

    public StudyId StudyId { get; private set; }

    [PersonKey]
    public Guid? CustomerId { get; private set; }

    public string? Respondent { get; private set; }

    public string Wave { get; private set; } = "";

    public string Source { get; private set; } = "";

    public DateOnly AnsweredOn { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    public static Response Take(StudyId study, ResponseFacts facts, DateTimeOffset now)
    {
        var response = new Response
        {
            Id = new ResponseId(Guid.CreateVersion7()),
            StudyId = study,
            CustomerId = facts.CustomerId,
            Respondent = facts.Respondent,
            Wave = facts.Wave,
            Source = facts.Source,
            AnsweredOn = facts.AnsweredOn,
            TakenAt = now,
        };
        response.Raise(new ResponseWasTaken());
        return response;
    }

    /// <summary>More of its answers came.</summary>
    public void TakeMore() => Raise(new ResponseWasTaken());

    /// <summary>Nobody can tell any more who answered; that somebody did counts on.</summary>
    public void Forget()
    {
        (CustomerId, Respondent) = (null, null);
        Raise(new RespondentWasForgotten());
    }
}

/// <summary>One answer, or one of the options that were chosen together.</summary>
internal sealed class Answer
{
    public required ResponseId ResponseId { get; init; }

    /// <summary>Key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>From 0; above it only where several options were chosen.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Key of an option, or yes or no.</summary>
    public string? Option { get; private set; }

    public decimal? Number { get; private set; }

    public DateOnly? Date { get; private set; }

    /// <summary>Null of an answer in words: the respondent was erased.</summary>
    [Personal]
    public string? Text { get; private set; }

    public static IEnumerable<Answer> Of(ResponseId response, AnswerGiven given)
    {
        if (given.Options is { } options) return options.Select((option, i) => new Answer { ResponseId = response, Question = given.Question, Ordinal = i, Option = option });
        return [new Answer { ResponseId = response, Question = given.Question, Ordinal = 0, Number = given.Number, Date = given.Date, Text = given.Text }];
    }

    /// <summary>Takes over what another answer to the same question says.</summary>
    public void Say(Answer other) => (Option, Number, Date, Text) = (other.Option, other.Number, other.Date, other.Text);

    /// <summary>Its words go; that there was an answer counts on.</summary>
    public void Forget() => Text = null;
}

/// <summary>A customer who was erased: nothing that comes later is written down about it.</summary>
internal sealed class ErasedRespondent
{
    public required Guid CustomerId { get; init; }
}

internal sealed record ResponseWasTaken : DomainEvent;

internal sealed record RespondentWasForgotten : DomainEvent;
