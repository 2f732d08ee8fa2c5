using Crm.BuildingBlocks;
using Crm.Planning.Domain.PriceLists;

namespace Crm.Planning.Domain.Proposals;

internal readonly record struct PriceProposalId(Guid Value) : ITypedId
{
    public static PriceProposalId New() => new(Guid.CreateVersion7());
}

internal enum ProposalState
{
    [Label("Being worked out", "计算中")]
    Making,
    [Label("Open", "待决定")]
    Open,
    [Label("Decided", "已决定")]
    Decided,
    [Label("Stale", "已过时")]
    Stale,
}

internal sealed record ProposalWasBegun : DomainEvent;

internal sealed record ProposalWasMade : DomainEvent;

internal sealed record ProposalWasDecided(int Accepted, int Rejected) : DomainEvent;

internal sealed record ProposalWentStale : DomainEvent;

/// <summary>Prices for the lines of a draft as its rules give them, to be accepted or rejected.</summary>
internal sealed class PriceProposal : AggregateRoot, IOwned
{
    private PriceProposal()
    {
    }

    public PriceProposalId Id { get; private set; }

    public override Guid Key => Id.Value;

    public PlannedPriceListId PriceListId { get; private set; }

    /// <summary>Of the list.</summary>
    public string Code { get; private set; } = "";

    public ProposalState State { get; private set; }

    /// <summary>Which draft of the list the prices are for.</summary>
    public int DraftNumber { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public Guid? MadeById { get; private set; }

    /// <summary>Lines that were looked at.</summary>
    public int RowCount { get; private set; }

    /// <summary>Lines for which there is no price.</summary>
    public int FailureCount { get; private set; }

    /// <summary>Prices that nobody has decided on.</summary>
    public int OpenCount { get; private set; }

    public static PriceProposal Begin(PlannedPriceList list, Guid madeBy, DateTimeOffset now)
    {
        var proposal = new PriceProposal
        {
            Id = PriceProposalId.New(),
            PriceListId = list.Id,
            Code = list.Code,
            DraftNumber = list.DraftNumber,
            OwnerId = list.OwnerId,
            UnitId = list.UnitId,
            MadeAt = now,
            MadeById = madeBy,
        };
        proposal.Raise(new ProposalWasBegun());
        return proposal;
    }

    public void Made(int rows, int failures)
    {
        (RowCount, FailureCount, OpenCount) = (rows, failures, rows - failures);
        State = OpenCount > 0 ? ProposalState.Open : ProposalState.Decided;
        Raise(new ProposalWasMade());
    }

    public void GoStale()
    {
        State = ProposalState.Stale;
        Raise(new ProposalWentStale());
    }

    /// <summary>Takes decisions on prices for the draft as it still is.</summary>
    public void Decide(PlannedPriceList list, int accepted, int rejected)
    {
        OpenCount -= accepted + rejected;
        if (OpenCount == 0) State = ProposalState.Decided;
        DraftNumber = list.DraftNumber;
        Raise(new ProposalWasDecided(accepted, rejected));
    }

    /// <summary>Refuses what is about a draft that is no longer there.</summary>
    public void RequireFresh(PlannedPriceList list)
    {
        if (State is ProposalState.Stale or ProposalState.Making || DraftNumber != list.DraftNumber) throw PriceListRules.ProposalStale.Broken();
    }
}
