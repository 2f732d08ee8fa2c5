using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Api.Vouchers;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Application.Vouchers;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Vouchers;
using Crm.Planning.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.Planning.Tests.Module.PlanningDesk;
using static Crm.Planning.Tests.Module.Promotions.PromotionDesk;

namespace Crm.Planning.Tests.Module.Promotions;

public sealed class VoucherTests
{
    [Fact]
    public async Task A_hundred_thousand_codes_are_one_batch_and_no_two_are_the_same()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var promotion = await planning.Published(FiveOff() with { NeedsCode = true });

        var issued = await planning.Send(new IssueVouchers(promotion.Id, "SPRING26", 100_000, null));

        var codes = BatchCodes.Of(await Batch(planning, issued.BatchId), withdrawn: false).ToList();
        codes.Distinct().Count().ShouldBe(100_000);
        codes.ShouldAllBe(code => code.StartsWith("SPRING26-", StringComparison.Ordinal));
        var told = (await planning.Told()).OfType<VoucherBatchIssuedV1>().Single();
        (told.BatchId, told.PromotionCode, told.Prefix, told.Count).ShouldBe((issued.BatchId, "spring", "SPRING26", 100_000));
        Convert.FromBase64String(told.Secret!).Length.ShouldBe(32);
    }

    [SkippableTheory, EveryProvider]
    public async Task Codes_are_withdrawn_one_by_one_and_all_at_once(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published(FiveOff() with { NeedsCode = true });
        var issued = await planning.Send(new IssueVouchers(promotion.Id, "TEN", 10, null));
        var codes = BatchCodes.Of(await Batch(planning, issued.BatchId), withdrawn: false).ToList();

        (await planning.Send(new WithdrawVouchers(issued.BatchId, All: false, [codes[3].ToLowerInvariant(), codes[1]]))).Withdrawn.ShouldBe(2);
        (await planning.Send(new WithdrawVouchers(issued.BatchId, All: false, [codes[3], codes[4]]))).Withdrawn.ShouldBe(3);
        var wrong = await Should.ThrowAsync<InvalidInput>(() => planning.Send(new WithdrawVouchers(issued.BatchId, All: false, [codes[0], "TEN-0000-0000-0000-0000"])));

        wrong.Errors.Single().Pointer.ShouldBe("/codes/1");
        BatchCodes.Of(await Batch(planning, issued.BatchId), withdrawn: true).ShouldBe([codes[1], codes[3], codes[4]]);
        (await planning.Send(new WithdrawVouchers(issued.BatchId, All: true, []))).Withdrawn.ShouldBe(10);
        BatchCodes.Of(await Batch(planning, issued.BatchId), withdrawn: false).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => planning.Send(new WithdrawVouchers(issued.BatchId, All: true, [])))).Rule.ShouldBe(VoucherRules.Withdrawn);
        var told = (await planning.Told()).OfType<VouchersWithdrawnV1>().ToList();
        told.Select(t => (t.All, string.Join(',', t.Numbers))).ShouldBe([(false, "1,3"), (false, "4"), (true, "")]);
        (await planning.ToldAgain()).Select(s => s.Event).OfType<VouchersWithdrawnV1>().Select(t => (t.All, string.Join(',', t.Numbers)))
            .ShouldBe(told.Select(t => (t.All, string.Join(',', t.Numbers))));
    }

    [Fact]
    public async Task Codes_are_issued_for_what_is_sold_by_code_and_a_prefix_belongs_to_one_batch()
    {
        await using var planning = await Open(DatabaseProvider.Sqlite);
        var draft = await planning.Send(Draft("draft", FiveOff() with { NeedsCode = true }));
        var open = await planning.Published(code: "open");
        var promotion = await planning.Published(FiveOff() with { NeedsCode = true });
        await planning.Send(new IssueVouchers(promotion.Id, "TEA", 1, null));

        await Refused(new IssueVouchers(draft.Id, "DRAFT", 1, null), VoucherRules.TakesNoCodes);
        await Refused(new IssueVouchers(open.Id, "OPEN", 1, null), VoucherRules.TakesNoCodes);
        await Refused(new IssueVouchers(promotion.Id, "TEA", 1, null), VoucherRules.PrefixTaken);
        var wrong = await Should.ThrowAsync<InvalidInput>(() => planning.Send(new IssueVouchers(promotion.Id, "tea", 1_000_001, null)));
        wrong.Errors.Select(e => e.Pointer).ShouldBe(["/prefix", "/count"]);

        async Task Refused(IssueVouchers command, Rule rule) => (await Should.ThrowAsync<RuleBroken>(() => planning.Send(command))).Rule.ShouldBe(rule);
    }

    [SkippableTheory, EveryProvider]
    public async Task Codes_that_orders_use_are_counted_and_the_secret_is_nowhere_to_be_read(DatabaseProvider provider)
    {
        await using var planning = await Open(provider);
        var promotion = await planning.Published(FiveOff() with { NeedsCode = true });
        var issued = await planning.Send(new IssueVouchers(promotion.Id, "TEA", 5, null));
        var batch = await Batch(planning, issued.BatchId);
        var code = BatchCodes.Of(batch, withdrawn: false).First();

        await planning.Redeemed(Guid.CreateVersion7(), coupon: code);
        await planning.Redeemed(Guid.CreateVersion7(), coupon: "OTHER-CODE");

        var view = await planning.Read<PlanningDbContext, VoucherBatchView>(async db => await VoucherBatchView.Of(db, await db.Batch(issued.BatchId, CancellationToken.None), CancellationToken.None));
        (view.Used, view.Withdrawn, view.Count).ShouldBe((1, 0, 5));
        var kept = await planning.Read<PlanningDbContext, List<string?>>(async db =>
            [.. await db.Outbox.Select(m => m.Body).ToListAsync(), .. await db.Audit.Select(a => a.Changes).ToListAsync()]);
        kept.ShouldAllBe(text => text == null || !text.Contains(batch.Secret));
    }

    private static Task<VoucherBatch> Batch(ModuleHarness planning, Guid id) =>
        planning.Read<PlanningDbContext, VoucherBatch>(db => db.Batch(id, CancellationToken.None));
}
