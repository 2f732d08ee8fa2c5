using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Proposals;

/// <summary>Accepts proposed prices into the draft of the list, and rejects others. What is not named stays open.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Decisions">Which prices.</param>
internal sealed record DecideProposal(Guid Id, ProposalDecisions Decisions) : ICommand<ProposalReply>;

/// <param name="Accept">SKUs; all open prices of each, whatever the quantity.</param>
/// <param name="Reject">SKUs.</param>
/// <param name="AcceptsRest">All open prices that are not named.</param>
internal sealed record ProposalDecisions(IReadOnlyList<string>? Accept = null, IReadOnlyList<string>? Reject = null, bool AcceptsRest = false);

/// <param name="Id">The proposal.</param>
/// <param name="State">Its state now.</param>
/// <param name="Accepted">Prices that were written into the draft.</param>
/// <param name="Rejected">Prices that were not wanted.</param>
/// <param name="Open">Prices that nobody has decided on.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record ProposalReply(Guid Id, ProposalState State, int Accepted, int Rejected, int Open, int Version);

internal sealed class DecideProposalValidator : AbstractValidator<DecideProposal>
{
    private static readonly Phrase Nothing = new("Say what is accepted or rejected, each SKU once.", "请填写要接受或拒绝的 SKU，每个仅一次。");

    public DecideProposalValidator() => RuleFor(c => c.Decisions)
        .Must(d => (d.AcceptsRest || d.Accept is { Count: > 0 } || d.Reject is { Count: > 0 }) && !(d.Accept ?? []).Intersect(d.Reject ?? [], StringComparer.Ordinal).Any())
        .OverridePropertyName("").WithPhrase(Nothing);
}

internal sealed class DecideProposalHandler(PlanningDbContext db, CallerContext caller) : ICommandHandler<DecideProposal, ProposalReply>
{
    public async Task<ProposalReply> Handle(DecideProposal command, CancellationToken ct)
    {
        caller.Caller.RequireSeenCosts();
        var proposal = await db.ForChange<PriceProposal, PriceProposalId>(new PriceProposalId(command.Id), ct);
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(proposal.PriceListId, ct);
        proposal.RequireFresh(list);
        var rows = await db.Set<ProposalRow>().Where(r => r.ProposalId == proposal.Id && r.Decision == ProposalDecision.Open).ToListAsync(ct);
        var (accept, reject) = ((command.Decisions.Accept ?? []).ToHashSet(StringComparer.Ordinal), (command.Decisions.Reject ?? []).ToHashSet(StringComparer.Ordinal));
        var known = rows.Select(r => r.Sku).ToHashSet(StringComparer.Ordinal);
        if (accept.Concat(reject).FirstOrDefault(sku => !known.Contains(sku)) is { } unknown) throw PriceListRules.NothingProposed.Broken(unknown);

        var accepted = rows.Where(r => accept.Contains(r.Sku) || (command.Decisions.AcceptsRest && !reject.Contains(r.Sku))).ToList();
        var rejected = rows.Where(r => reject.Contains(r.Sku)).ToList();
        foreach (var row in accepted) row.Decide(ProposalDecision.Accepted);
        foreach (var row in rejected) row.Decide(ProposalDecision.Rejected);
        if (accepted.Count > 0) list.Write(With(PriceListContent.Read(list.Draft), accepted).ToDraft());
        proposal.Decide(list, accepted.Count, rejected.Count);
        return new ProposalReply(proposal.Key, proposal.State, accepted.Count, rejected.Count, proposal.OpenCount, proposal.Version);
    }

    // A floor that was given by hand stays; one that follows from the bounds follows them.
    private static PriceListContent With(PriceListContent content, IReadOnlyList<ProposalRow> accepted)
    {
        var prices = accepted.ToDictionary(r => (r.Sku, r.FromQuantity));
        return content with
        {
            Lines = [.. content.Lines.Select(l => prices.TryGetValue((l.Sku, l.FromQuantity), out var row) ? l with { UnitPrice = row.Proposed, Floor = row.Floor ?? l.Floor } : l)],
        };
    }
}
