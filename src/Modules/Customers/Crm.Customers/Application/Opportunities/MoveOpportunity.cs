using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>To another stage, of the same pipeline or of another.</summary>
internal sealed record MoveOpportunity : ICommand<OpportunitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Code.</summary>
    public required string Stage { get; init; }

    /// <summary>Code; left out, the one it is in.</summary>
    public string? Pipeline { get; init; }

    public string? Note { get; init; }
}

internal sealed class MoveOpportunityValidator : AbstractValidator<MoveOpportunity>
{
    public MoveOpportunityValidator()
    {
        RuleFor(c => c.Stage).NotEmpty().MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Pipeline).MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Note).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class MoveOpportunityHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<MoveOpportunity, OpportunitySaved>
{
    public async Task<OpportunitySaved> Handle(MoveOpportunity command, CancellationToken ct)
    {
        var opportunity = await db.ForChange<Opportunity, OpportunityId>(new OpportunityId(command.Id), ct);
        var stays = command.Pipeline is not { } code || await db.Pipelines.AnyAsync(p => p.Id == opportunity.PipelineId && p.Code == code, ct);
        var pipeline = stays ? await db.PipelineOf(opportunity, ct) : await db.PipelineFor(command.Pipeline, ct);
        opportunity.Move(pipeline, command.Stage, command.Note, caller.Caller.Id, time.GetUtcNow());
        return OpportunitySaved.Of(opportunity);
    }
}
