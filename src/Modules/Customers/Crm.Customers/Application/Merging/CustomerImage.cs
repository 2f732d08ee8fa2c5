using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Merging;

/// <summary>A customer as the body that would write it, and why it belongs to whom it does and is blocked, which no body says.</summary>
internal sealed record ImagedCustomer : CustomerInput
{
    public ImagedCustomer()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ImagedCustomer(Customer customer)
        : base(Of(customer)) => (OwnershipReason, BlockReason) = (customer.OwnershipReason, customer.BlockReason);

    public string? OwnershipReason { get; init; }

    public string? BlockReason { get; init; }
}

/// <summary>A customer as all that a merge may change of it, in one order: the same customer has the same image, to the byte.</summary>
internal static class CustomerImage
{
    public static JsonObject Of(Customer customer)
    {
        var image = JsonSerializer.SerializeToNode(new ImagedCustomer(customer), CrmJson.Options)!.AsObject();
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
