using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Contracts;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers.Prices;

/// <summary>Codes of batches are taken as soon as Planning has issued them, and no more as soon as it withdraws them.</summary>
internal sealed partial class TakeOverPrices : IConsumer<VoucherBatchIssuedV1>, IConsumer<VouchersWithdrawnV1>
{
    public async Task Consume(Received<VoucherBatchIssuedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        var stamp = await PriceStamp.Lock(db, ct);
        if (await db.IssuedVouchers.AnyAsync(b => b.BatchId == told.BatchId, ct)) return;
        db.IssuedVouchers.Add(new IssuedVouchers(told.BatchId, told.PromotionCode, told.Prefix, told.Count, told.Secret, told.ValidTo));
        stamp.Raise(db);
    }

    public async Task Consume(Received<VouchersWithdrawnV1> received, CancellationToken ct)
    {
        var told = received.Event;
        var stamp = await PriceStamp.Lock(db, ct);
        var batch = await db.IssuedVouchers.SingleAsync(b => b.BatchId == told.BatchId, ct);
        if (told.All) batch.Withdraw();
        var known = await db.WithdrawnVouchers.Where(v => v.BatchId == told.BatchId).Select(v => v.Number).ToListAsync(ct);
        db.WithdrawnVouchers.AddRange(told.Numbers.Except(known).Select(n => new WithdrawnVoucher(told.BatchId, n)));
        stamp.Raise(db);
    }
}
