using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Competitors;

internal readonly record struct CompetitorPriceId(Guid Value) : ITypedId;

/// <summary>How a price came to be known.</summary>
internal enum ObservationSource
{
    [Label("Web", "网络")]
    Web,
    [Label("Visit", "实地走访")]
    Visit,
    [Label("Catalogue", "目录")]
    Catalogue,
    [Label("Customer", "客户")]
    Customer,
    [Label("Study", "调研")]
    Study,
    [Label("Other", "其他")]
    Other,
}

/// <summary>What was seen.</summary>
/// <param name="ProductId">Our product that it stands against, where known.</param>
/// <param name="Sku">Its number.</param>
/// <param name="TheirName">What the competitor calls it.</param>
/// <param name="UnitPrice">Per unit, up to eight decimals.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IncludesTax">Whether the price contains tax.</param>
/// <param name="Quantity">From which quantity on it is asked.</param>
/// <param name="SeenOn">Business date.</param>
/// <param name="Source">How it came to be known.</param>
/// <param name="Where">Address, shop or page.</param>
/// <param name="Confidence">Fraction from 0 to 1, up to four decimals.</param>
internal sealed record PriceSeen(
    Guid? ProductId,
    string Sku,
    string? TheirName,
    decimal UnitPrice,
    string Currency,
    bool IncludesTax,
    decimal Quantity,
    DateOnly SeenOn,
    ObservationSource Source,
    string? Where,
    decimal Confidence);

/// <summary>A price that somebody saw at a competitor. What it says never changes: a correction is another observation, which replaces it.</summary>
internal sealed class CompetitorPrice : AggregateRoot
{
    private CompetitorPrice()
    {
    }

    public CompetitorPriceId Id { get; private set; }

    public override Guid Key => Id.Value;

    public CompetitorId CompetitorId { get; private set; }

    /// <summary>Of the competitor, whose code never changes.</summary>
    public string CompetitorCode { get; private set; } = "";

    public Guid? ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public string? TheirName { get; private set; }

    public decimal UnitPrice { get; private set; }

    public string Currency { get; private set; } = "";

    public bool IncludesTax { get; private set; }

    public decimal Quantity { get; private set; }

    public DateOnly SeenOn { get; private set; }

    public ObservationSource Source { get; private set; }

    public string? Where { get; private set; }

    public decimal Confidence { get; private set; }

    public Guid ObservedById { get; private set; }

    public DateTimeOffset ObservedAt { get; private set; }

    /// <summary>The observation that was wrong.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>The one that was right.</summary>
    public Guid? ReplacedById { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>Neither voided nor replaced: counts in figures.</summary>
    public bool Holds { get; private set; } = true;

    public static CompetitorPrice Observe(Competitor competitor, PriceSeen seen, Guid observedBy, DateTimeOffset now, CompetitorPrice? wrong = null)
    {
        if (competitor.IsArchived) throw CompetitorRules.Archived.Broken(competitor.Code);
        var price = new CompetitorPrice
        {
            Id = new CompetitorPriceId(Guid.CreateVersion7()),
            CompetitorId = competitor.Id,
            CompetitorCode = competitor.Code,
            ProductId = seen.ProductId,
            Sku = seen.Sku,
            TheirName = seen.TheirName,
            UnitPrice = seen.UnitPrice,
            Currency = seen.Currency,
            IncludesTax = seen.IncludesTax,
            Quantity = seen.Quantity,
            SeenOn = seen.SeenOn,
            Source = seen.Source,
            Where = seen.Where,
            Confidence = seen.Confidence,
            ObservedById = observedBy,
            ObservedAt = now,
            ReplacesId = wrong?.Key,
        };
        wrong?.GiveWayTo(price.Key);
        price.Raise(new CompetitorPriceWasObserved());
        return price;
    }

    /// <summary>Takes it out of all figures; it stays to be read.</summary>
    public void Void(string reason, DateTimeOffset now)
    {
        RequireHolding();
        (Holds, VoidedAt, VoidReason) = (false, now, reason);
        Raise(new CompetitorPriceWasVoided());
    }

    /// <summary>Whether the same was seen.</summary>
    public bool Says(PriceSeen seen) =>
        (Sku, UnitPrice, Currency, IncludesTax, Quantity, SeenOn, Source) == (seen.Sku, seen.UnitPrice, seen.Currency, seen.IncludesTax, seen.Quantity, seen.SeenOn, seen.Source);

    private void GiveWayTo(Guid better)
    {
        RequireHolding();
        (Holds, ReplacedById) = (false, better);
        Raise(new CompetitorPriceWasReplaced());
    }

    private void RequireHolding()
    {
        if (!Holds) throw CompetitorRules.ObservationNotHolding.Broken();
    }
}

internal sealed record CompetitorPriceWasObserved : DomainEvent;

internal sealed record CompetitorPriceWasReplaced : DomainEvent;

internal sealed record CompetitorPriceWasVoided : DomainEvent;
