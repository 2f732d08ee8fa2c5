using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Opportunities;

/// <summary>Replaces what is said of an open opportunity; an owner or unit that is left out stays.</summary>
internal sealed record ChangeOpportunity(Guid Id, OpportunityInput Opportunity) : ICommand<OpportunitySaved>;

internal sealed class ChangeOpportunityValidator : AbstractValidator<ChangeOpportunity>
{
    public ChangeOpportunityValidator() => RuleFor(c => c.Opportunity).SetValidator(new OpportunityInputValidator<OpportunityInput>()).OverridePropertyName("");
}

internal sealed class ChangeOpportunityHandler(CustomersDbContext db, UnseenFields unseen, KnownOwners owners) : ICommandHandler<ChangeOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(ChangeOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        var input = unseen.Keep(OpportunityInput.Resource, command.Opportunity, OpportunityInput.Of(opportunity));
        if (input.ContactId != opportunity.ContactId) await db.RequireContact(opportunity.CustomerId, input.ContactId, ct);
        await owners.Require(input.OwnerId, input.UnitId, ct, (opportunity.OwnerId, opportunity.UnitId));
        opportunity.Change(input.ToFacts(), input.OwnerId ?? opportunity.OwnerId, input.UnitId ?? opportunity.UnitId);
        return OpportunitySaved.Of(opportunity);
    }
}
