using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Domain.Proposals;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.Proposals;

/// <param name="Sku">Whose price.</param>
/// <param name="FromQuantity">Units from which it holds.</param>
/// <param name="Reasons">How the price comes about, step by step.</param>
/// <param name="Failure">Why there is none.</param>
internal sealed record ProposalExplanation(string Sku, int FromQuantity, IReadOnlyList<ReasonView> Reasons, FailureView? Failure)
{
    public static ProposalExplanation Of(ProposalRow row, Language language) => new(
        row.Sku,
        row.FromQuantity,
        [.. JsonSerializer.Deserialize<List<PriceReason>>(row.Reasons, CrmJson.Options)!.Select(r => ReasonView.Of(r, language))],
        row.Failure is { } failure ? FailureView.Of(Enum.Parse<PriceFailure>(failure, ignoreCase: true), language) : null);
}

/// <param name="Kind">What is missing.</param>
/// <param name="Text">The same in the caller's language.</param>
internal sealed record FailureView(PriceFailure Kind, string Text)
{
    public static FailureView Of(PriceFailure failure, Language language) => new(failure, Labels.Of(failure).In(language));
}
