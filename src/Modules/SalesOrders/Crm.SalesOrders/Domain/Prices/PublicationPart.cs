namespace Crm.SalesOrders.Domain.Prices;

/// <summary>A part of a planned version that waits for the others.</summary>
internal sealed class PublicationPart
{
    private PublicationPart()
    {
    }

    public PublicationPart(PublicationKind kind, string code, int number, int part, string text) => (Kind, Code, Number, Part, Text) = (kind, code, number, part, text);

    public PublicationKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The version.</summary>
    public int Number { get; private set; }

    /// <summary>From 1.</summary>
    public int Part { get; private set; }

    public string Text { get; private set; } = "";
}
