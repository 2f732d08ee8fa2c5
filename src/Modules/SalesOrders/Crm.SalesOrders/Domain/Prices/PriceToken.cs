using System.Globalization;
using Crm.Pricing;

namespace Crm.SalesOrders.Domain.Prices;

/// <summary>
/// What a caller holds of a price it was told: the hash, and behind it the totals, so that one who comes with an old price can be told what
/// changed although nothing was stored. Opaque to callers.
/// </summary>
internal static class PriceToken
{
    private const char Separator = '_';
    private const int Totals = 4;

    /// <summary>Most characters a token has.</summary>
    public const int Longest = 200;

    public static string Of(PricedOrder p) => Of(p.Hash, p.Net, p.Shipping.Net, p.Tax, p.Gross);

    public static string Of(string hash, decimal net, decimal shipping, decimal tax, decimal gross) =>
        string.Join(Separator, [hash, .. new[] { net, shipping, tax, gross }.Select(Text)]);

    /// <summary>Refuses a price that is no longer the present one.</summary>
    /// <param name="held">What the caller was told; null: it does not mind.</param>
    /// <param name="present">The token of the present price.</param>
    /// <param name="currency">Of both.</param>
    public static void Require(string? held, string present, string currency)
    {
        if (held is null) return;
        var (before, now) = (held.Split(Separator), present.Split(Separator));
        if (before[0] == now[0]) return;
        var known = before.Length == Totals + 1 ? before : ["", "?", "?", "?", "?"];
        throw PriceRules.PriceChanged.Broken(known[1], known[2], known[3], known[4], now[1], now[2], now[3], now[4], currency);
    }

    private static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
