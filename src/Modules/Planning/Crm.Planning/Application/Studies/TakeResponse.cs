using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>Takes what one respondent answered.</summary>
internal sealed record TakeResponse : ICommand<ResponseTaken>
{
    [JsonIgnore]
    public Guid StudyId { get; init; }

    /// <summary>Where a customer answered who is known; answers once in a wave.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>Key of whoever answered in another system, never a name; answers once in a wave.</summary>
    public string? Respondent { get; init; }

    /// <summary>A study that is repeated calls each time a wave.</summary>
    public string Wave { get; init; } = "";

    /// <summary>How the answers came in, such as "web form".</summary>
    public string Source { get; init; } = "";

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Of each question at most one.</summary>
    public required IReadOnlyList<AnswerGiven> Answers { get; init; }

    public ResponseFacts Facts() => new(CustomerId, Respondent, Wave, Source, AnsweredOn);
}

/// <param name="Id">The response.</param>
/// <param name="Version">Of the record.</param>
internal sealed record ResponseTaken(Guid Id, int Version);

internal sealed class TakeResponseValidator : AbstractValidator<TakeResponse>
{
    private const int MostAnswers = 200;

    private static readonly Phrase TooMany = new($"1 to {MostAnswers} answers are expected.", $"应有 1 至 {MostAnswers} 个答复。");

    public TakeResponseValidator(TimeProvider time)
    {
        RuleFor(c => c.CustomerId).NotEqual(Guid.Empty);
        RuleFor(c => c.Respondent).MaximumLength(ResearchColumns.Respondent).NotEqual("");
        RuleFor(c => c.Wave).MaximumLength(ResearchColumns.Wave);
        RuleFor(c => c.Source).MaximumLength(ResearchColumns.Name);
        RuleFor(c => c.AnsweredOn).IsPastDay(time);
        RuleFor(c => c.Answers).Must(a => a.Count is > 0 and <= MostAnswers).WithPhrase(TooMany);
        RuleForEach(c => c.Answers).NotNull().ChildRules(answer => answer.RuleFor(a => a.Text).MaximumLength(ResearchColumns.Words));
    }
}

internal sealed class TakeResponseHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<TakeResponse, ResponseTaken>
{
    public async Task<ResponseTaken> Handle(TakeResponse command, CancellationToken ct)
    {
        var id = new StudyId(command.StudyId);
        var study = await db.Set<Study>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new ResourceNotFound("study", command.StudyId.ToString());
        study.RequireFielding();
        AnswerChecks.Require(study, command.Answers);
        await RequireFirst(command, ct);
        var response = Response.Take(study.Id, command.Facts(), time.GetUtcNow());
        db.Add(response);
        db.AddRange(command.Answers.SelectMany(a => Answer.Of(response.Id, a)));
        return new ResponseTaken(response.Key, response.Version);
    }

    private async Task RequireFirst(TakeResponse command, CancellationToken ct)
    {
        var (study, customer, respondent) = (new StudyId(command.StudyId), command.CustomerId, command.Respondent);
        if (customer is { } person && await db.Set<ErasedRespondent>().AnyAsync(e => e.CustomerId == person, ct)) throw StudyRules.RespondentErased.Broken();
        var ofWave = db.Set<Response>().Where(r => r.StudyId == study && r.Wave == command.Wave);
        var isTwice = (customer is not null && await ofWave.AnyAsync(r => r.CustomerId == customer, ct))
            || (respondent is not null && await ofWave.AnyAsync(r => r.Respondent == respondent, ct));
        if (isTwice) throw StudyRules.AnsweredTwice.Broken();
    }
}
