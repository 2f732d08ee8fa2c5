using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Opportunities;

/// <summary>A customer may buy something.</summary>
internal sealed record OpenOpportunity : OpportunityInput, ICommand<OpportunitySaved>
{
    public required Guid CustomerId { get; init; }

    /// <summary>Code; left out, the usual one.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Code; left out, the first one.</summary>
    public string? Stage { get; init; }
}

/// <param name="Id">The opportunity.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Stage">Where it is.</param>
internal sealed record OpportunitySaved(Guid Id, int Version, OpportunityState State, string Stage)
{
    public static OpportunitySaved Of(Opportunity o) => new(o.Key, o.Version, o.State, o.Stage);
}

internal sealed class OpenOpportunityValidator : AbstractValidator<OpenOpportunity>
{
    public OpenOpportunityValidator()
    {
        Include(new OpportunityInputValidator<OpenOpportunity>());
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Pipeline).MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Stage).MaximumLength(CustomerLimits.Code);
    }
}

internal sealed class OpenOpportunityHandler(CustomersDbContext db, CallerContext caller, KnownOwners owners, TimeProvider time) : ICommandHandler<OpenOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(OpenOpportunity command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        await db.RequireContact(customer, command.ContactId, ct);
        await owners.Require(command.OwnerId, command.UnitId, ct);
        var pipeline = await db.PipelineFor(command.Pipeline, ct);
        var who = caller.Caller;
        var opportunity = Opportunity.Open(
            customer, command.ToFacts(), pipeline, command.Stage, command.OwnerId ?? who.PersonId, command.UnitId ?? who.UnitId, who.Id, time.GetUtcNow());
        db.Add(opportunity);
        return OpportunitySaved.Of(opportunity);
    }
}
