using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Pricing;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>
/// Published prices in the words of the engine, which whoever prices past orders reads. Codes of vouchers are money and left out: that one
/// is needed is said.
/// </summary>
internal static class ToldPrices
{
    /// <summary>Characters of a part.</summary>
    public const int LongestPart = 200_000;

    public static string Of(PublishPriceList list) => Write(list.ToPriceList());

    public static string Of(PublishPromotion promotion)
    {
        var given = promotion.ToPromotion();
        return Write(given with { Coupons = [], NeedsCode = given.NeedsCode || given.Coupons.Count > 0 });
    }

    /// <summary>A book with nothing but the taxes.</summary>
    public static string Of(PublishTaxes taxes) => Write(new PriceBook
    {
        Taxes = taxes.Rates,
        TaxRounding = taxes.Rounding,
        UsualTaxClass = taxes.UsualClass,
        ShippingTaxClass = taxes.ShippingClass,
    });

    /// <summary>What is published, as it is kept and told.</summary>
    public static PublicationContent Content(PublishPriceList list) => new(Write(list), Parts(Of(list)), GivenLimits.None);

    /// <inheritdoc cref="Content(PublishPriceList)"/>
    public static PublicationContent Content(PublishPromotion promotion) => new(Write(promotion), Parts(Of(promotion)), promotion.Limits);

    /// <inheritdoc cref="Content(PublishPriceList)"/>
    public static PublicationContent Content(PublishTaxes taxes) => new(Write(taxes), Parts(Of(taxes)), GivenLimits.None);

    /// <summary>What was told of a publication, part by part.</summary>
    public static IEnumerable<PricesPublishedV1> Again(PricePublication publication)
    {
        var content = publication.Kind switch
        {
            PublicationKind.PriceList => Content(Read<PublishPriceList>(publication.Body) with { Code = publication.Code, Version = publication.Number }),
            PublicationKind.Promotion => Content(Read<PublishPromotion>(publication.Body) with { Code = publication.Code, Version = publication.Number }),
            _ => Content(Read<PublishTaxes>(publication.Body)),
        };
        return content.Told.Select((text, i) => Event(publication, new PricesWerePublished(i + 1, content.Told.Count, text, content.Limits)));
    }

    public static PricesPublishedV1 Event(PricePublication publication, PricesWerePublished told) => new(
        publication.Key, JsonNamingPolicy.CamelCase.ConvertName(publication.Kind.ToString()), publication.Code, publication.Number, publication.PublishedAt, told.Part, told.Parts, told.Text,
        told.Limits.MaxUses, told.Limits.MaxUsesPerCoupon, told.Limits.MaxUsesPerCustomer, told.Limits.MostPerCustomer, told.Limits.Budget);

    /// <summary>Whether a kept text says the same, also where it was written before there was more to say.</summary>
    public static bool IsSame<TBody>(string kept, string body) => kept == body || Write(Read<TBody>(kept)) == body;

    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(at + LongestPart, text.Length);
            // Half a character is no text.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            parts.Add(text[at..end]);
            at = end;
        }

        return parts;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, CrmJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, CrmJson.Options)!;
}
