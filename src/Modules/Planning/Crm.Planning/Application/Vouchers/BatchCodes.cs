using Crm.Pricing;
using Issued = Crm.Planning.Domain.Vouchers.VoucherBatch;

namespace Crm.Planning.Application.Vouchers;

/// <summary>The codes of a batch, made from its secret while they are asked for.</summary>
internal static class BatchCodes
{
    /// <param name="batch">Of which the codes are.</param>
    /// <param name="withdrawn">Those that were withdrawn; otherwise those that are good.</param>
    public static IEnumerable<string> Of(Issued batch, bool withdrawn)
    {
        var codes = Codes(batch);
        var gone = batch.Withdrawn.Select(w => w.Number).ToHashSet();
        for (var number = 0; number < batch.Count; number++)
        {
            if ((batch.WithdrawnAt is not null || gone.Contains(number)) == withdrawn) yield return VoucherCodes.Write(codes, number);
        }
    }

    /// <summary>The number of a code, however it was typed; null: the batch has no such code.</summary>
    public static Func<string, int?> Reader(Issued batch)
    {
        var codes = Codes(batch);
        return code => VoucherCodes.Read(codes, code);
    }

    private static VoucherBatch Codes(Issued batch) => new(batch.Prefix, batch.Count, Convert.FromBase64String(batch.Secret));
}
