using System.Collections.Frozen;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>The batches of codes that Planning issued. Who shows a code is asked nothing else: it follows from the secret, which is in memory only.</summary>
internal sealed class KnownVouchers
{
    public static readonly KnownVouchers None = new([], []);

    private readonly FrozenDictionary<string, Batch> _byPrefix;

    public KnownVouchers(IEnumerable<IssuedVouchers> batches, IEnumerable<WithdrawnVoucher> withdrawn)
    {
        var numbers = withdrawn.ToLookup(v => v.BatchId, v => v.Number);
        _byPrefix = batches.Where(b => b.Secret is not null).ToFrozenDictionary(
            b => b.Prefix,
            b => new Batch(new VoucherBatch(b.Prefix, b.Count, Convert.FromBase64String(b.Secret!)), b.Promotion, b.ValidTo, b.IsWithdrawn, numbers[b.BatchId].ToFrozenSet()),
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The codes as they are written by whoever issued them. Otherwise another way of writing a code would be another counter, and it could be used twice.
    /// What is of no batch, or there already, stays as it is.
    /// </summary>
    public IReadOnlyList<string> AsIssued(IReadOnlyList<string> coupons) => _byPrefix.Count == 0 ? coupons : [.. coupons.Select(c => Find(c)?.Code ?? c)];

    /// <summary>Of which promotion each of the codes is.</summary>
    /// <param name="coupons">As they were issued.</param>
    /// <param name="day">Business date on which they are shown.</param>
    /// <param name="had">Promotions that the order has already: what was withdrawn since does not concern it.</param>
    public IReadOnlyDictionary<string, string> PromotionsOf(IReadOnlyList<string> coupons, DateOnly day, IReadOnlySet<string> had)
    {
        if (_byPrefix.Count == 0 || coupons.Count == 0) return FrozenDictionary<string, string>.Empty;
        return coupons.Distinct(StringComparer.Ordinal).Select(Find).OfType<Found>().Where(f => had.Contains(f.Batch.Promotion) || f.Batch.Takes(f.Number, day))
            .ToDictionary(f => f.Code, f => f.Batch.Promotion, StringComparer.Ordinal);
    }

    private Found? Find(string coupon) =>
        VoucherCodes.PrefixOf(coupon) is { } prefix && _byPrefix.GetValueOrDefault(prefix) is { } batch && VoucherCodes.Read(batch.Codes, coupon) is { } number
            ? new Found(batch, number, VoucherCodes.Write(batch.Codes, number))
            : null;

    private sealed record Found(Batch Batch, int Number, string Code);

    private sealed record Batch(VoucherBatch Codes, string Promotion, DateOnly? ValidTo, bool IsWithdrawn, FrozenSet<int> Withdrawn)
    {
        public bool Takes(int number, DateOnly day) => !IsWithdrawn && !(ValidTo < day) && !Withdrawn.Contains(number);
    }
}
