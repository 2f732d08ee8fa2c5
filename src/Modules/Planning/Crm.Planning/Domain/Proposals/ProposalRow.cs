using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Proposals;

internal enum ProposalDecision
{
    [Label("Open", "待决定")]
    Open,
    [Label("Accepted", "已接受")]
    Accepted,
    [Label("Rejected", "已拒绝")]
    Rejected,

    /// <summary>There is no price to decide on.</summary>
    [Label("No price", "无价格")]
    None,
}

/// <param name="Present">What stands in the draft.</param>
/// <param name="Proposed">What the rule gives; null: nothing.</param>
/// <param name="Floor">Not below it.</param>
/// <param name="Ceiling">Not above it.</param>
/// <param name="MarginRate">What is left of the proposed price once the cost is paid, as a fraction of it; null: the cost is not known.</param>
internal sealed record ProposedPrice(decimal? Present, decimal? Proposed, decimal? Floor, decimal? Ceiling, decimal? MarginRate);

/// <summary>A price for one line of a draft.</summary>
internal sealed class ProposalRow
{
    private const int RateDigits = 6;

    private ProposalRow()
    {
    }

    public ProposalRow(PriceProposalId proposal, string sku, int fromQuantity, ProposedPrice price)
    {
        (Id, ProposalId, Sku, FromQuantity) = (Guid.CreateVersion7(), proposal, sku, fromQuantity);
        (Present, Proposed, Floor, Ceiling, MarginRate) = price;
        if (price is { Present: > 0m, Proposed: { } proposed }) ChangeRate = Math.Round((proposed / price.Present.Value) - 1m, RateDigits);
        Decision = price.Proposed is null ? ProposalDecision.None : ProposalDecision.Open;
    }

    public Guid Id { get; private set; }

    public PriceProposalId ProposalId { get; private set; }

    public string Sku { get; private set; } = "";

    public int FromQuantity { get; private set; }

    public decimal? Present { get; private set; }

    public decimal? Proposed { get; private set; }

    public decimal? Floor { get; private set; }

    public decimal? Ceiling { get; private set; }

    /// <summary>By which fraction the proposed price is above (positive) or below the present one.</summary>
    public decimal? ChangeRate { get; private set; }

    public decimal? MarginRate { get; private set; }

    /// <summary>How the price came about, as JSON.</summary>
    public string Reasons { get; private set; } = "[]";

    /// <summary>Why there is none.</summary>
    public string? Failure { get; private set; }

    public ProposalDecision Decision { get; private set; }

    public ProposalRow Because(string reasons, string? failure)
    {
        (Reasons, Failure) = (reasons, failure);
        return this;
    }

    public void Decide(ProposalDecision decision) => Decision = decision;
}
