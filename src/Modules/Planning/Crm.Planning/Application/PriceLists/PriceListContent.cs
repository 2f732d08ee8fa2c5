using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Domain.PriceLists;
using Crm.Pricing;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.PriceLists;

/// <summary>What is written for the next version of a price list: its prices, and the rules by which prices are proposed.</summary>
internal sealed record PriceListContent
{
    /// <summary>Lines of one list: that many are proposed and published in well under a minute.</summary>
    public const int MostLines = 50_000;

    /// <summary>ISO 4217; of every price in it.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether its prices and floors contain tax.</summary>
    public PriceBasis Basis { get; init; }

    /// <summary>The list of the highest priority that has a price for the SKU decides.</summary>
    public int Priority { get; init; }

    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    /// <summary>Of lines that have none of their own and whose category has none.</summary>
    public PriceRule? Rule { get; init; }

    /// <summary>Of lines that have none of their own, by the category of the product.</summary>
    public IReadOnlyList<CategoryRule> RuleFor { get; init; } = [];

    /// <summary>Of lines that have none of their own.</summary>
    public PriceBounds? Bounds { get; init; }

    /// <summary>Left out, to the smallest amount of the currency.</summary>
    public PriceRounding? Rounding { get; init; }

    public IReadOnlyList<PriceLine> Lines { get; init; } = [];

    public static PriceListContent Read(string text) => JsonSerializer.Deserialize<PriceListContent>(text, CrmJson.Options)!;

    /// <summary>As the list keeps it.</summary>
    public PriceListDraft ToDraft() => new(JsonSerializer.Serialize(this, CrmJson.Options), Currency, Priority, Scope.From, Scope.To, Lines.Count);

    /// <summary>As it is sold by. Lines without a price are left out; an exception below the floor is its own floor.</summary>
    public PriceList ToPriceList(string code, int version) => new()
    {
        Code = code,
        Version = version,
        Currency = Currency,
        Basis = Basis,
        Priority = Priority,
        Scope = Scope,
        Items = [.. Lines.Where(l => l.UnitPrice is not null).Select(l => new PriceItem(l.Sku, l.UnitPrice!.Value, l.FromQuantity, l.Floor > l.UnitPrice ? l.UnitPrice : l.Floor))],
    };

    /// <summary>For whom and when it holds.</summary>
    public VersionTerms Terms() => new(ScopeKey(), Currency, Priority, Scope.From, Scope.To, Lines.Count);

    // What is compared is for whom a list is, however it was written down; the days are another question.
    private string ScopeKey()
    {
        string[][] parts = [[Currency], Sorted(Scope.Channels), Sorted(Scope.CustomerGroups), Sorted(Scope.Territories), Sorted(Scope.Customers)];
        var key = JsonSerializer.Serialize(parts, CrmJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <param name="Category">Code of a category, as products have it.</param>
/// <param name="Rule">Of the products in it.</param>
internal sealed record CategoryRule(string Category, PriceRule Rule);

/// <param name="Sku">What it is the price of.</param>
/// <param name="FromQuantity">Units from which it holds, at least 1.</param>
/// <param name="UnitPrice">Left out: it is still to be proposed.</param>
/// <param name="Floor">Per unit; taken from the bounds when a proposal is accepted.</param>
/// <param name="Rule">Of this line alone.</param>
/// <param name="Bounds">Of this line alone.</param>
/// <param name="ExceptionReason">Why the price may be below the floor.</param>
internal sealed record PriceLine(
    string Sku, int FromQuantity = 1, decimal? UnitPrice = null, decimal? Floor = null, PriceRule? Rule = null, PriceBounds? Bounds = null, string? ExceptionReason = null);

/// <summary>A published version as it is sold by.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="ApprovedById">Who approved it.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="Content">All of it.</param>
internal sealed record PublishedVersion(int Number, DateTimeOffset PublishedAt, Guid? ApprovedById, DateTimeOffset ApprovedAt, PriceList Content)
{
    public static PublishedVersion Of(PriceListVersion version, string text) =>
        new(version.Number, version.PublishedAt, version.ApprovedById, version.ApprovedAt, PublishedText.Read(text));
}

/// <summary>The text by which the others are told of a version.</summary>
internal static class PublishedText
{
    /// <summary>Characters of a part.</summary>
    public const int LongestPart = 200_000;

    public static PriceList Read(string text) => JsonSerializer.Deserialize<PriceList>(text, CrmJson.Options)!;

    public static string Write(PriceList list) => JsonSerializer.Serialize(list, CrmJson.Options);

    /// <summary>The same parts for the same text, whenever it is told.</summary>
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
}
