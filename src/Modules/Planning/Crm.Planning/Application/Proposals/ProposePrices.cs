using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Proposals;

/// <summary>Has prices worked out for all lines of a draft that have a rule.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Observations">What competitors were seen to ask.</param>
internal sealed record ProposePrices(Guid ListId, IReadOnlyList<ObservedPrice> Observations) : ICommand<OperationId>;

internal sealed class ProposePricesValidator : AbstractValidator<ProposePrices>
{
    public ProposePricesValidator() => RuleFor(c => c.ListId).NotEmpty();
}

internal sealed class ProposePricesHandler(PlanningDbContext db, OperationStarter starter, CallerContext caller, TimeProvider time) : ICommandHandler<ProposePrices, OperationId>
{
    public async Task<OperationId> Handle(ProposePrices command, CancellationToken ct)
    {
        caller.Caller.RequireSeenCosts();
        var errors = ObservedPrice.Check(command.Observations, "/observations").ToList();
        if (errors.Count > 0) throw new InvalidInput(errors);
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.ListId), ct);
        var now = time.GetUtcNow();
        var proposal = PriceProposal.Begin(list, caller.Caller.Id, now);
        db.Add(proposal);
        return await starter.Start(db, ProposalWork.Kind, new ProposalWork(proposal.Key, DateOnly.FromDateTime(now.UtcDateTime), command.Observations), ct);
    }
}

/// <summary>The long work of a proposal.</summary>
/// <param name="ProposalId">Where the prices go.</param>
/// <param name="On">The day from which the age of observations counts.</param>
/// <param name="Observations">What competitors were seen to ask.</param>
internal sealed record ProposalWork(Guid ProposalId, DateOnly On, IReadOnlyList<ObservedPrice> Observations)
{
    public const string Kind = "planning.propose-prices";
}

/// <param name="ProposalId">Where the prices are.</param>
/// <param name="Rows">Lines that were looked at.</param>
/// <param name="Failures">Lines for which there is no price.</param>
/// <param name="State">What has become of the proposal.</param>
internal sealed record MadeProposal(Guid ProposalId, int Rows, int Failures, ProposalState State) : ILinkedResult
{
    public string ResultLink => $"/api/v1/planning/proposals/{ProposalId}";
}
