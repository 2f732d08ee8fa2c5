using System.Globalization;

namespace Crm.Benchmarks.Load;

/// <summary>What a company of some size has published: prices with quantity breaks, and promotions of which some apply and most do not.</summary>
internal static class PriceBook
{
    /// <summary>Prices of the products, spread over as many breaks as it takes.</summary>
    public static object List(IReadOnlyList<string> skus, int prices) => new
    {
        currency = "EUR",
        items = Enumerable.Range(0, prices).Select(i => new
        {
            sku = skus[i % skus.Count],
            fromQuantity = 1 + (i / skus.Count),
            unitPrice = 1 + (i % 50) - (0.01m * (i / skus.Count)),
        }),
    };

    /// <summary>Two fifths of the promotions look at lines of a category, two fifths at the value of the order, the rest at a channel that nobody uses.</summary>
    public static object Promotion(int number) => (number % 5) switch
    {
        0 or 1 => Of(number, "linePromotions", 0.01m, new { categories = new[] { $"Category {number % 8}" } }, new { type = "quantityAtLeast", quantity = 2 + (number % 20) }),
        2 or 3 => Of(number, "orderPromotions", 0.005m, new { }, new { type = "amountAtLeast", amount = 50 + (number * 20) }),
        _ => Of(number, "orderPromotions", 0.02m, new { }, new { type = "inChannel", channels = new[] { "phone" } }),
    };

    private static object Of(int number, string phase, decimal rate, object lines, object when) => new
    {
        name = new { english = $"Promotion {number.ToString(CultureInfo.InvariantCulture)}", chinese = $"促销 {number.ToString(CultureInfo.InvariantCulture)}" },
        phase,
        action = new { type = "percentOff", rate },
        lines,
        when,
        currency = "EUR",
        priority = number,
    };
}
