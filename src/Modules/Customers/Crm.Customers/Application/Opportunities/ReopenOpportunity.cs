using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Opportunities;

/// <summary>What was won or lost is open again. A draft that sales made of it stays, and no second one is made.</summary>
internal sealed record ReopenOpportunity : ICommand<OpportunitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }
}

internal sealed class ReopenOpportunityValidator : AbstractValidator<ReopenOpportunity>
{
    public ReopenOpportunityValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Note);
}

internal sealed class ReopenOpportunityHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ReopenOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(ReopenOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        opportunity.Reopen(await db.PipelineOf(opportunity, ct), command.Reason, caller.Caller.Id, time.GetUtcNow());
        return OpportunitySaved.Of(opportunity);
    }
}

/// <summary>Hides an opportunity; an administrator can restore it.</summary>
internal sealed record DeleteOpportunity(Guid Id) : ICommand<OpportunitySaved>;

internal sealed class DeleteOpportunityValidator : AbstractValidator<DeleteOpportunity>
{
    public DeleteOpportunityValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteOpportunityHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<DeleteOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(DeleteOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        opportunity.Delete(time.GetUtcNow());
        return OpportunitySaved.Of(opportunity);
    }
}

/// <summary>Brings back a deleted one.</summary>
internal sealed record RestoreOpportunity(Guid Id) : ICommand<OpportunitySaved>;

internal sealed class RestoreOpportunityValidator : AbstractValidator<RestoreOpportunity>
{
    public RestoreOpportunityValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreOpportunityHandler(CustomersDbContext db) : ICommandHandler<RestoreOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(RestoreOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForRestore<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        opportunity.Restore();
        return OpportunitySaved.Of(opportunity);
    }
}
