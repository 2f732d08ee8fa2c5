namespace Crm.Planning.Domain.PriceLists;

/// <summary>All of a published version as it was told, as JSON. Never changes.</summary>
internal sealed class PublishedListText
{
    private PublishedListText()
    {
    }

    public PublishedListText(PlannedPriceListId list, int number, string text) => (PriceListId, Number, Text) = (list, number, text);

    public PlannedPriceListId PriceListId { get; private set; }

    /// <summary>Of the version.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";
}
