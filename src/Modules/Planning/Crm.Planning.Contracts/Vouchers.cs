using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>Codes were made for a promotion. They follow from the secret, so that any number of them is one event.</summary>
/// <param name="BatchId">Never changes; the secret is kept under a key of its own by this id.</param>
/// <param name="PromotionCode">The promotion that a code gives.</param>
/// <param name="Prefix">Every code begins with it; no other batch has it.</param>
/// <param name="Count">How many codes there are.</param>
/// <param name="Secret">Base64 of 32 bytes.</param>
/// <param name="ValidTo">Last business date; null: as long as the promotion.</param>
[EventName("planning.voucher-batch-issued.v1")]
public sealed record VoucherBatchIssuedV1(
    [PersonKey] Guid BatchId, string PromotionCode, string Prefix, int Count, [Personal] string? Secret, DateOnly? ValidTo) : IIntegrationEvent;

/// <summary>Codes are worth nothing any more.</summary>
/// <param name="BatchId">Of which batch.</param>
/// <param name="All">The whole batch.</param>
/// <param name="Numbers">Otherwise these codes of it, numbered from 0.</param>
[EventName("planning.vouchers-withdrawn.v1")]
public sealed record VouchersWithdrawnV1(Guid BatchId, bool All, IReadOnlyList<int> Numbers) : IIntegrationEvent;
