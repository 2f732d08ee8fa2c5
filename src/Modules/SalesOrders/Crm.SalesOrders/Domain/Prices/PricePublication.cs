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

    /// <param name="kind">Of what it is a version.</param>
    /// <param name="code">Of the list or promotion.</param>
    /// <param name="number">Its version.</param>
    /// <param name="facts">What it is found by.</param>
    /// <param name="content">All of it.</param>
    /// <param name="isPlanned">Whether it comes from Planning.</param>
    /// <param name="now">When it is published.</param>
    public PricePublication(PublicationKind kind, string code, int number, PublicationFacts facts, PublicationContent content, bool isPlanned, DateTimeOffset now)
    {
        Id = new PricePublicationId(Guid.CreateVersion7());
        (Kind, Code, Number, Body, IsPlanned, PublishedAt) = (kind, code, number, content.Body, isPlanned, now);
        (Name, Currency, From, To, Priority) = facts;
        for (var i = 0; i < content.Told.Count; i++) Raise(new PricesWerePublished(i + 1, content.Told.Count, content.Told[i], content.Limits));
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

    /// <summary>It comes from Planning, and only Planning publishes the next version.</summary>
    public bool IsPlanned { get; private set; }
}

/// <summary>What a publication is found by.</summary>
internal sealed record PublicationFacts(string? Name, string? Currency, DateOnly? From, DateOnly? To, int Priority);

/// <param name="Body">As it is kept, as JSON.</param>
/// <param name="Told">The parts in which the others are told of it.</param>
/// <param name="Limits">Of a promotion.</param>
internal sealed record PublicationContent(string Body, IReadOnlyList<string> Told, GivenLimits Limits);

/// <summary>Within which a promotion is given; null: no limit.</summary>
/// <param name="MaxUses">By confirmed orders.</param>
/// <param name="MaxUsesPerCoupon">Of each code.</param>
/// <param name="MaxUsesPerCustomer">By confirmed orders of one customer.</param>
/// <param name="MostPerCustomer">That it takes off all orders of one customer.</param>
/// <param name="Budget">That it takes off all orders.</param>
internal sealed record GivenLimits(int? MaxUses, int? MaxUsesPerCoupon, int? MaxUsesPerCustomer, decimal? MostPerCustomer, decimal? Budget)
{
    public static readonly GivenLimits None = new(null, null, null, null, null);
}

/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Text">Of this part.</param>
/// <param name="Limits">Of a promotion.</param>
internal sealed record PricesWerePublished(int Part, int Parts, string Text, GivenLimits Limits) : DomainEvent;
