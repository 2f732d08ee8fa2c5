using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Competitors;

/// <summary>Writes down what a competitor asks.</summary>
internal sealed record ObservePrice : ICommand<PriceObserved>
{
    public required Guid CompetitorId { get; init; }

    /// <summary>Number of our product that it stands against.</summary>
    public required string Sku { get; init; }

    public Guid? ProductId { get; init; }

    /// <summary>What the competitor calls it.</summary>
    public string? TheirName { get; init; }

    /// <summary>Up to eight decimals.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public bool IncludesTax { get; init; }

    /// <summary>From which quantity on it is asked.</summary>
    public decimal Quantity { get; init; } = 1;

    public required DateOnly SeenOn { get; init; }

    public required ObservationSource Source { get; init; }

    /// <summary>Address, shop or page.</summary>
    public string? Where { get; init; }

    /// <summary>Fraction from 0 to 1: how far it can be relied on.</summary>
    public decimal Confidence { get; init; } = 1;

    /// <summary>The observation that was wrong, of the same competitor and product: it no longer counts.</summary>
    public Guid? ReplacesId { get; init; }

    public PriceSeen Seen() => new(ProductId, Sku, TheirName, UnitPrice, Currency, IncludesTax, Quantity, SeenOn, Source, Where, Confidence);
}

/// <param name="Id">The observation.</param>
/// <param name="Version">Of the record.</param>
internal sealed record PriceObserved(Guid Id, int Version);

internal sealed class ObservePriceValidator : AbstractValidator<ObservePrice>
{
    public ObservePriceValidator(TimeProvider time)
    {
        RuleFor(c => c.CompetitorId).NotEmpty();
        RuleFor(c => c.Seen()).SetValidator(new PriceSeenValidator(time)).OverridePropertyName("");
    }
}

internal sealed class PriceSeenValidator : AbstractValidator<PriceSeen>
{
    private const decimal GreatestPrice = 1_000_000_000m;
    private const decimal GreatestQuantity = 1_000_000_000m;

    public PriceSeenValidator(TimeProvider time)
    {
        RuleFor(p => p.Sku).NotEmpty().MaximumLength(ResearchColumns.Sku);
        RuleFor(p => p.TheirName).MaximumLength(ResearchColumns.Name);
        RuleFor(p => p.UnitPrice).InclusiveBetween(0, GreatestPrice).PrecisionScale(18, 8, ignoreTrailingZeros: true);
        RuleFor(p => p.Currency).IsKnownCurrency();
        RuleFor(p => p.Quantity).GreaterThan(0).LessThanOrEqualTo(GreatestQuantity).PrecisionScale(14, 4, ignoreTrailingZeros: true);
        RuleFor(p => p.SeenOn).IsPastDay(time);
        RuleFor(p => p.Source).IsInEnum();
        RuleFor(p => p.Where).MaximumLength(ResearchColumns.Address);
        RuleFor(p => p.Confidence).IsConfidence();
    }
}

internal sealed class ObservePriceHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ObservePrice, PriceObserved>
{
    private static readonly Phrase NoCompetitor = new("There is no such competitor.", "没有该竞争对手。");
    private static readonly Phrase OfAnother = new("An observation of the same competitor and product is expected.", "应为同一竞争对手、同一产品的价格观察。");

    public async Task<PriceObserved> Handle(ObservePrice command, CancellationToken ct)
    {
        var id = new CompetitorId(command.CompetitorId);
        var competitor = await db.Set<Competitor>().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new InvalidInput("/competitorId", NoCompetitor);
        var price = CompetitorPrice.Observe(competitor, command.Seen(), caller.Caller.Id, time.GetUtcNow(), await Wrong(command, ct));
        db.Add(price);
        return new PriceObserved(price.Key, price.Version);
    }

    private async Task<CompetitorPrice?> Wrong(ObservePrice command, CancellationToken ct)
    {
        if (command.ReplacesId is not { } replaced) return null;
        var id = new CompetitorPriceId(replaced);
        var wrong = await db.Set<CompetitorPrice>().SingleOrDefaultAsync(p => p.Id == id, ct);
        return wrong is not null && wrong.CompetitorId.Value == command.CompetitorId && wrong.Sku == command.Sku ? wrong : throw new InvalidInput("/replacesId", OfAnother);
    }
}
