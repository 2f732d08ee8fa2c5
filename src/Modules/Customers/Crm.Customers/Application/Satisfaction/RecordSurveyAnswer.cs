using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Satisfaction;

/// <summary>Records what a customer answered when asked.</summary>
internal sealed record RecordSurveyAnswer : ICommand<SurveyAnswerSaved>
{
    public required Guid CustomerId { get; init; }

    public required SurveyKind Kind { get; init; }

    /// <summary>From 1 to 5 for <c>csat</c>, from 0 to 10 for <c>nps</c>.</summary>
    public required int Value { get; init; }

    /// <summary>Which survey it was.</summary>
    public required string Source { get; init; }

    /// <summary>Left out, now.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public Guid? OrderId { get; init; }

    public Guid? CaseId { get; init; }

    public string? Comment { get; init; }
}

internal sealed record SurveyAnswerSaved(Guid Id, decimal Score, int Version);

internal sealed class RecordSurveyAnswerValidator : AbstractValidator<RecordSurveyAnswer>
{
    private static readonly Phrase OutOfRange = new("Satisfaction goes from 1 to 5, recommendation from 0 to 10.", "满意度为 1 到 5，推荐意愿为 0 到 10。");
    private static readonly Phrase NotYet = new("Nobody has answered in the future.", "答复时间不能晚于现在。");

    public RecordSurveyAnswerValidator(TimeProvider time)
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Value).Must((c, value) => c.Kind == SurveyKind.Csat ? value is >= 1 and <= 5 : value is >= 0 and <= 10).WithPhrase(OutOfRange);
        RuleFor(c => c.Source).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.AnsweredAt).Must(at => at is null || at <= time.GetUtcNow().AddMinutes(5)).WithPhrase(NotYet);
        RuleFor(c => c.Comment).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class RecordSurveyAnswerHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<RecordSurveyAnswer, SurveyAnswerSaved>
{
    public async Task<SurveyAnswerSaved> Handle(RecordSurveyAnswer command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var answer = SurveyAnswer.Record(
            await db.SurvivorOf(command.CustomerId, ct), command.Kind, command.Value, command.Source, (command.AnsweredAt ?? now).ToUniversalTime(), command.OrderId, command.CaseId,
            command.Comment, now);
        db.Set<SurveyAnswer>().Add(answer);
        return new SurveyAnswerSaved(answer.Key, (decimal)answer.Score, answer.Version);
    }
}
