using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Evaluations;

/// <summary>Evaluates a customer by the newest version of a score card. Its grade is that of the last evaluation.</summary>
internal sealed record EvaluateCustomer : ICommand<CustomerEvaluated>
{
    [JsonIgnore]
    public Guid CustomerId { get; init; }

    /// <summary>Code of the card.</summary>
    public required string ScoreCard { get; init; }

    /// <summary>One for each criterion of the card.</summary>
    public required IReadOnlyList<CriterionPoints> Points { get; init; }

    public string? Comment { get; init; }
}

internal sealed record CustomerEvaluated(Guid Id, Guid CustomerId, decimal Score, string Grade, DateOnly ValidUntil);

internal sealed class EvaluateCustomerValidator : AbstractValidator<EvaluateCustomer>
{
    public EvaluateCustomerValidator()
    {
        RuleFor(c => c.ScoreCard).NotEmpty();
        RuleFor(c => c.Points).NotEmpty();
        RuleForEach(c => c.Points).NotNull();
        RuleFor(c => c.Comment).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class EvaluateCustomerHandler(CustomersDbContext db, CompanyDay days, CallerContext caller, TimeProvider time)
    : ICommandHandler<EvaluateCustomer, CustomerEvaluated>
{
    public async Task<CustomerEvaluated> Handle(EvaluateCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(await db.SurvivorOf(command.CustomerId, ct), ct);
        var card = await db.Set<ScoreCard>().AsNoTracking().Where(c => c.Code == command.ScoreCard).OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct)
            ?? throw EvaluationRules.CardUnknown.Broken(command.ScoreCard);
        RequireFit(card, command.Points);
        var evaluation = Evaluation.Of(customer.Id, card, command.Points, command.Comment, await days.Today(ct), caller.Caller.Id, time.GetUtcNow());
        db.Set<Evaluation>().Add(evaluation);
        customer.TakeGrade(evaluation.Grade, evaluation.ValidUntil);
        return new CustomerEvaluated(evaluation.Key, customer.Key, evaluation.Score, evaluation.Grade, evaluation.ValidUntil);
    }

    private static void RequireFit(ScoreCard card, IReadOnlyList<CriterionPoints> points)
    {
        var expected = card.Criteria.Select(c => c.Code).Order(StringComparer.Ordinal);
        if (!points.Select(p => p.Criterion).Order(StringComparer.Ordinal).SequenceEqual(expected) || points.Any(p => p.Points < 0m || p.Points > card.Scale))
            throw EvaluationRules.PointsDoNotFit.Broken(card.Scale, string.Join(", ", card.Criteria.Select(c => c.Code)));
    }
}
