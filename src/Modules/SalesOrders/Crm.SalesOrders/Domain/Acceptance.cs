using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Services that a customer accepted together. Never changed, except that words go when the customer is erased.</summary>
internal sealed class Acceptance
{
    private readonly List<AcceptanceLine> _lines = [];

    private Acceptance()
    {
    }

    public Acceptance(AcceptanceTerms terms, IEnumerable<AcceptanceLine> lines, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (AcceptedOn, AcceptedBy, Note, RecordedAt) = (terms.AcceptedOn, terms.AcceptedBy, terms.Note, now);
        _lines.AddRange(lines);
    }

    public Guid Id { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly AcceptedOn { get; private set; }

    /// <summary>Who said so for the customer.</summary>
    [PersonalInCopies]
    public string? AcceptedBy { get; private set; }

    [PersonalInCopies]
    public string? Note { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<AcceptanceLine> Lines => _lines;
}

internal sealed class AcceptanceLine
{
    private AcceptanceLine()
    {
    }

    public AcceptanceLine(OrderLine line, int quantity) => (Id, LineId, ProductId, Quantity) = (Guid.CreateVersion7(), line.Id, line.ProductId, quantity);

    public Guid Id { get; private set; }

    /// <summary>Line of the order.</summary>
    public Guid LineId { get; private set; }

    public ProductId ProductId { get; private set; }

    public int Quantity { get; private set; }
}

/// <summary>How services are accepted.</summary>
internal sealed record AcceptanceTerms(DateOnly AcceptedOn, string? AcceptedBy, string? Note);
