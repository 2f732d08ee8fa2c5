using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;

namespace Crm.Customers.Application.Merging;

/// <summary>A customer as the body that would write it, and what no body says: why it belongs to whom it does and is blocked, and what it may owe.</summary>
internal sealed record ImagedCustomer : CustomerInput
{
    public ImagedCustomer()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ImagedCustomer(Customer customer, CreditTerms? terms)
        : base(Of(customer)) => (OwnershipReason, BlockReason, CreditTerms) = (customer.OwnershipReason, customer.BlockReason, ImagedCredit.Of(terms));

    public string? OwnershipReason { get; init; }

    public string? BlockReason { get; init; }

    public ImagedCredit CreditTerms { get; init; } = ImagedCredit.None;
}

/// <summary>What a customer may owe and for how long, as a merge unites it.</summary>
/// <param name="Limit">Null: none.</param>
/// <param name="Currency">Null: no terms were set.</param>
/// <param name="PaymentDays">Null: as the company's setting says.</param>
/// <param name="IsBlocked">Gets no credit at all.</param>
internal sealed record ImagedCredit(decimal? Limit, string? Currency, int? PaymentDays, bool IsBlocked)
{
    public static readonly ImagedCredit None = new(null, null, null, false);

    public static ImagedCredit Of(CreditTerms? terms) => terms is null or { SayNothing: true } ? None : new(terms.Limit, terms.Currency, terms.PaymentDays, terms.IsBlocked);

    /// <summary>The survivor's own, filled up by those of the other: a limit with its currency, the days, and no credit where either gets none.</summary>
    public ImagedCredit With(ImagedCredit other)
    {
        var (limit, currency) = Limit is null && other.Limit is not null ? (other.Limit, other.Currency) : (Limit, Currency ?? other.Currency);
        return new ImagedCredit(limit, currency, PaymentDays ?? other.PaymentDays, IsBlocked || other.IsBlocked);
    }
}

/// <summary>A customer as all that a merge may change of it, in one order: the same customer has the same image, to the byte.</summary>
internal static class CustomerImage
{
    public static JsonObject Of(Customer customer, CreditTerms? terms)
    {
        var image = JsonSerializer.SerializeToNode(new ImagedCustomer(customer, terms), CrmJson.Options)!.AsObject();
        foreach (var list in image.Select(p => p.Key).Where(name => image[name] is JsonArray).ToList())
        {
            var parts = image[list]!.AsArray().Select(p => p!.DeepClone()).OrderBy(p => ImageParts.KeyOf(list, p), StringComparer.Ordinal).ToArray();
            image[list] = new JsonArray(parts);
        }

        return image;
    }

    public static JsonObject Read(string image) => JsonNode.Parse(image)!.AsObject();

    public static string Written(JsonObject image) => image.ToJsonString(CrmJson.Options);

    public static ImagedCustomer Of(JsonObject image) => image.Deserialize<ImagedCustomer>(CrmJson.Options)!;
}

/// <summary>What makes two parts of a customer the same part, whatever else they say.</summary>
internal static class ImageParts
{
    public static string KeyOf(string list, JsonNode part) => list switch
    {
        "contactPoints" => Joined(part, "kind", "network", "value"),
        "contacts" => Joined(part, "id"),
        "addresses" => Joined(part, "kind", "lines", "city", "region", "postalCode", "country"),
        "externalRefs" => Joined(part, "system", "id"),
        _ => part.ToJsonString(),
    };

    private static string Joined(JsonNode part, params string[] names) => string.Join('\n', names.Select(n => part[n]?.ToString()));
}
