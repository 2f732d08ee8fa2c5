using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Opportunities;

/// <summary>How it ended, in the words of whoever says so.</summary>
internal abstract record OpportunityEnd
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Code of one of the reasons for this outcome.</summary>
    public required string Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>Business date; left out, today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>The customer said yes.</summary>
internal sealed record WinOpportunity : OpportunityEnd, ICommand<OpportunitySaved>;

/// <summary>The customer said no, or nothing.</summary>
internal sealed record LoseOpportunity : OpportunityEnd, ICommand<OpportunitySaved>
{
    /// <summary>Who got it instead.</summary>
    public string? Competitor { get; init; }
}

internal abstract class OpportunityEndValidator<TEnd> : AbstractValidator<TEnd>
    where TEnd : OpportunityEnd
{
    private static readonly Phrase NotLater = new("Has not come yet.", "该日期尚未到来。");

    protected OpportunityEndValidator(TimeProvider time)
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Note).MaximumLength(CustomerLimits.Note);
        // Tomorrow has begun where the day begins first.
        RuleFor(c => c.On).Must(on => on is null || (on.Value.Year >= 1900 && on <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1)))).WithPhrase(NotLater);
    }
}

internal sealed class WinOpportunityValidator(TimeProvider time) : OpportunityEndValidator<WinOpportunity>(time);

internal sealed class LoseOpportunityValidator : OpportunityEndValidator<LoseOpportunity>
{
    public LoseOpportunityValidator(TimeProvider time) : base(time) => RuleFor(c => c.Competitor).MaximumLength(CustomerLimits.Text);
}

internal sealed class WinOpportunityHandler(CustomersDbContext db, CompanyDay day, TimeProvider time) : ICommandHandler<WinOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(WinOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        await db.RequireReason(OpportunityState.Won, command.Reason, ct);
        opportunity.Win(new Outcome(command.On ?? await day.Today(ct), command.Reason, command.Note, Competitor: null), time.GetUtcNow());
        return OpportunitySaved.Of(opportunity);
    }
}

internal sealed class LoseOpportunityHandler(CustomersDbContext db, CompanyDay day, TimeProvider time) : ICommandHandler<LoseOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(LoseOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        await db.RequireReason(OpportunityState.Lost, command.Reason, ct);
        opportunity.Lose(new Outcome(command.On ?? await day.Today(ct), command.Reason, command.Note, command.Competitor), time.GetUtcNow());
        return OpportunitySaved.Of(opportunity);
    }
}
