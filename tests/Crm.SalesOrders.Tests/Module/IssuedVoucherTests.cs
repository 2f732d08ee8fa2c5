using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Codes of batches, of which none is stored.</summary>
public sealed class IssuedVoucherTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, VoucherCodes.SecretLength).Select(b => (byte)b)];
    private static readonly VoucherBatch Codes = new("SPRING27", 100_000, Secret);

    [SkippableTheory, EveryProvider]
    public async Task A_code_of_a_batch_is_taken_and_a_guessed_one_is_not(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await Issue(host, await Spring(host));
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        var code = VoucherCodes.Write(Codes, 4711);

        (await host.Do(order)).Gross.ShouldBe(20m);
        var sold = await host.Do(order with { Coupons = [code] });

        sold.Gross.ShouldBe(15m);
        (await Refusal(host, order with { Coupons = [VoucherCodes.Write(Codes with { Secret = new byte[32] }, 4711)] })).ShouldBe(PriceRules.CouponNotUsed);
        (await Refusal(host, order with { Coupons = ["SPRING27"] })).ShouldBe(PriceRules.CouponNotUsed);
    }

    [SkippableTheory, EveryProvider]
    public async Task However_a_code_is_typed_it_is_used_once(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await Issue(host, await Spring(host));
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        var code = VoucherCodes.Write(Codes, 1);

        var sold = await host.Do(order with { Coupons = [code.ToLowerInvariant()] });

        (await host.Order(sold.Id)).Coupons.ShouldBe([code]);
        foreach (var typed in new[] { code, code.Replace("-", "", StringComparison.Ordinal), code.ToLowerInvariant() })
            (await Refusal(host, order with { Coupons = [typed] })).ShouldBe(PriceRules.PromotionUsedUp);
        (await host.See(db => db.PromotionUses.Select(u => u.Key).SingleAsync())).ShouldBe($"spring#{code}");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_withdrawn_code_gives_nothing(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var batch = await Spring(host);
        await Issue(host, batch);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };

        await host.Hear(new VouchersWithdrawnV1(batch, All: false, [5, 6]), batch, 2);
        (await Refusal(host, order with { Coupons = [VoucherCodes.Write(Codes, 5)] })).ShouldBe(PriceRules.CouponNotUsed);
        (await host.Do(order with { Coupons = [VoucherCodes.Write(Codes, 7)] })).Gross.ShouldBe(15m);

        await host.Hear(new VouchersWithdrawnV1(batch, All: true, []), batch, 3);
        (await Refusal(host, order with { Coupons = [VoucherCodes.Write(Codes, 8)] })).ShouldBe(PriceRules.CouponNotUsed);
    }

    [Fact]
    public async Task A_code_is_worth_something_until_its_last_day()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var today = DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);
        await Issue(host, await Spring(host), validTo: today);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Coupons = [VoucherCodes.Write(Codes, 0)] };

        (await host.Do(order)).Gross.ShouldBe(15m);
        (await Refusal(host, order with { OrderedOn = today.AddDays(1) })).ShouldBe(PriceRules.CouponNotUsed);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_secret_of_a_batch_is_nowhere_to_be_read(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await Issue(host, await Spring(host));

        var stored = await host.See(db => db.Database.SqlQueryRaw<string>(string.Format(CultureInfo.InvariantCulture, "SELECT \"Secret\" AS \"Value\" FROM {0}", TableOf(db))).ToListAsync());
        var told = await host.See(db => db.Inbox.Select(m => m.Body).ToListAsync());

        stored.Concat(told).ShouldAllBe(text => !text.Contains(Convert.ToBase64String(Secret)));
    }

    private static string TableOf(DbContext db)
    {
        var batches = db.Model.FindEntityType(typeof(IssuedVouchers))!;
        return batches.GetSchema() is { } schema ? $"\"{schema}\".\"{batches.GetTableName()}\"" : $"\"{batches.GetTableName()}\"";
    }

    private static async Task<Guid> Spring(SalesOrdersHost host)
    {
        await host.Product("A", onHand: 100, price: 20m);
        await host.Plan(Offers.Voucher("spring") with { NeedsCode = true, MaxUsesPerCoupon = 1 }, Guid.CreateVersion7());
        return Guid.CreateVersion7();
    }

    private static Task Issue(SalesOrdersHost host, Guid batch, DateOnly? validTo = null) =>
        host.Hear(new VoucherBatchIssuedV1(batch, "spring", Codes.Prefix, Codes.Count, Convert.ToBase64String(Secret), validTo), batch, 1);

    private static async Task<Rule> Refusal(SalesOrdersHost host, Application.Orders.PlaceOrder order) =>
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule;
}
