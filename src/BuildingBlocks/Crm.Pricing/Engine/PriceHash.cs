using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Pricing.Engine;

/// <summary>Writes down what the customer would be told, in one way only, and hashes it.</summary>
internal static class PriceHash
{
    // Another canonical form gets another number, so that hashes of different forms never meet.
    private const string Form = "price/1";

    public static string Of(PricedOrder priced, LineInWork[] canonical)
    {
        var text = new StringBuilder(Form, 64 + (canonical.Length * 64));
        Say(text, priced.Currency);
        foreach (var line in canonical)
        {
            Say(text, "line", line.Asked.Sku);
            Say(text, line.Asked.Quantity, line.NetExact, line.Net, line.TaxRate, line.Tax);
        }

        foreach (var gift in priced.Gifts)
        {
            Say(text, "gift", gift.Sku);
            Say(text, gift.Quantity);
        }

        Say(text, "shipping");
        Say(text, priced.Shipping.Net, priced.Shipping.TaxRate, priced.Shipping.Tax);
        Say(text, "total");
        Say(text, priced.NetExact, priced.Net, priced.Tax, priced.Gross);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // The length in front keeps a text from being read as two.
    private static void Say(StringBuilder to, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) to.Append('\n').Append(text.Length).Append(':').Append(text);
    }

    // Without trailing zeros: 1.50 and 1.5 are the same amount.
    private static void Say(StringBuilder to, params ReadOnlySpan<decimal> amounts)
    {
        foreach (var amount in amounts) to.Append('\n').Append(CultureInfo.InvariantCulture, $"{amount:0.############}");
    }
}
