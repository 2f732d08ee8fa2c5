using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Prices;

internal readonly record struct PricePublicationId(Guid Value) : ITypedId;

internal enum PublicationKind
{
    [Label("Price list", "价目表")]
    PriceList,
    [Label("Promotion", "促销")]
    Promotion,
    [Label("Taxes", "税")]
    Taxes,
}

/// <summary>One published version of a price list, of a promotion or of the taxes. Never changes.</summary>
internal sealed class PricePublication : AggregateRoot
{
    private PricePublication()
    {
    }

    public PricePublication(PublicationKind kind, string code, int number, PublicationFacts facts, string body, DateTimeOffset now)
    {
        Id = new PricePublicationId(Guid.CreateVersion7());
        (Kind, Code, Number, Body, PublishedAt) = (kind, code, number, body, now);
        (Name, Currency, From, To, Priority) = facts;
        Raise(new PricesWerePublished());
    }

    public PricePublicationId Id { get; private set; }

    public override Guid Key => Id.Value;

    public PublicationKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>Its version, from 1. The highest one that has begun is in force.</summary>
    public int Number { get; private set; }

    /// <summary>Of a promotion, in English.</summary>
    public string? Name { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>First business date; null: since ever.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last business date, inclusive; null: without end.</summary>
    public DateOnly? To { get; private set; }

    public int Priority { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>All of it, as JSON.</summary>
    public string Body { get; private set; } = "";
}

/// <summary>What a publication is found by.</summary>
internal sealed record PublicationFacts(string? Name, string? Currency, DateOnly? From, DateOnly? To, int Priority);

internal sealed record PricesWerePublished : DomainEvent;
