using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <summary>One number for all live figures, by which two ways of counting are compared.</summary>
internal static class FiguresFingerprint
{
    private static readonly BigInteger Modulus = BigInteger.Pow(2, 256);

    /// <summary>
    /// SHA-256 of every row, added up modulo 2^256: databases sort ids differently, a sum does not depend on it. 64 lower-case hexadecimal
    /// digits.
    /// </summary>
    public static async Task<string> FiguresHash(this PlanningDbContext db, CancellationToken ct)
    {
        var sum = BigInteger.Zero;
        await foreach (var c in db.LiveCredits.AsAsyncEnumerable().WithCancellation(ct))
        {
            sum += Row("order", c.OrderId, c.Number, c.OrderedOn.ToString("O"), c.SalespersonId, c.Channel, c.Currency, Exactly(c.Net), c.Units,
                c.ConfirmedAt, c.IsCancelled, c.IsCounted);
        }

        await foreach (var m in db.LiveSales.AsAsyncEnumerable().WithCancellation(ct))
            sum += Row("month", m.Currency, m.Month.ToString("O"), m.SalespersonKey, m.Channel, m.Orders, m.Units, Exactly(m.NetSales));
        return Convert.ToHexStringLower((sum % Modulus).ToByteArray(isUnsigned: true, isBigEndian: true)).PadLeft(64, '0');
    }

    // 1.50 and 1.5 are the same amount; which of them comes back depends on the database.
    private static string Exactly(decimal amount) => amount.ToString("0.########", CultureInfo.InvariantCulture);

    private static BigInteger Row(params object?[] values) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))))),
        isUnsigned: true, isBigEndian: true);
}
