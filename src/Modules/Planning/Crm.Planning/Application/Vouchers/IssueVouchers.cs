using System.Security.Cryptography;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;
using Crm.Planning.Persistence;
using Crm.Pricing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Promotion = Crm.Planning.Domain.Promotions.Promotion;
using VoucherBatch = Crm.Planning.Domain.Vouchers.VoucherBatch;

namespace Crm.Planning.Application.Vouchers;

/// <summary>Makes codes for a promotion, as many as are wanted at once.</summary>
/// <param name="PromotionId">That a code gives.</param>
/// <param name="Prefix">Every code begins with it: 2 to 20 letters A to Z and digits. No other batch may ever have it.</param>
/// <param name="Count">How many codes, 1 to 1,000,000.</param>
/// <param name="ValidTo">Last business date; left out: as long as the promotion.</param>
internal sealed record IssueVouchers(Guid PromotionId, string Prefix, int Count, DateOnly? ValidTo) : ICommand<VouchersIssued>;

internal sealed record VouchersIssued(Guid BatchId, string Prefix, int Count);

internal sealed class IssueVouchersValidator : AbstractValidator<IssueVouchers>
{
    private static readonly Phrase PrefixForm = new("Use 2 to 20 letters A to Z and digits.", "请使用 2 至 20 个大写字母 A 至 Z 或数字。");

    public IssueVouchersValidator()
    {
        RuleFor(c => c.Prefix).Must(VoucherCodes.IsPrefix).WithPhrase(PrefixForm);
        RuleFor(c => c.Count).InclusiveBetween(1, VoucherCodes.MostCodes);
    }
}

internal sealed class IssueVouchersHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<IssueVouchers, VouchersIssued>
{
    public async Task<VouchersIssued> Handle(IssueVouchers command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.PromotionId), ct);
        if (promotion is not { State: not PromotionState.Ended, Newest.NeedsCode: true }) throw VoucherRules.TakesNoCodes.Broken();
        if (await db.Set<VoucherBatch>().AnyAsync(b => b.Prefix == command.Prefix, ct)) throw VoucherRules.PrefixTaken.Broken(command.Prefix);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(VoucherCodes.SecretLength));
        var batch = VoucherBatch.Issue(promotion.Id.Value, promotion.Code, command.Prefix, command.Count, secret, command.ValidTo, time.GetUtcNow());
        db.Add(batch);
        return new VouchersIssued(batch.Id.Value, batch.Prefix, batch.Count);
    }
}
