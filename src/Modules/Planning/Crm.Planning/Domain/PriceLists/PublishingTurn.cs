namespace Crm.Planning.Domain.PriceLists;

/// <summary>Whoever publishes locks its row first, so that two who publish at the same moment see each other.</summary>
internal sealed class PublishingTurn
{
    /// <summary>The turn of price lists.</summary>
    public const string OfPriceLists = "price-lists";

    /// <summary>Whose turn it is.</summary>
    public string Name { get; init; } = OfPriceLists;
}
