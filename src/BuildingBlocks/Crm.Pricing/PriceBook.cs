namespace Crm.Pricing;

/// <summary>Everything prices follow from, as of one moment. Immutable; <see cref="CompiledPriceBook"/> makes it fast.</summary>
public sealed record PriceBook
{
    /// <summary>Names this state of the book; another state has another name.</summary>
    public string Version { get; init; } = "";

    /// <summary>Any versions: of one list the highest that has begun is in force, also when it has ended.</summary>
    public IReadOnlyList<PriceList> Lists { get; init; } = [];

    /// <summary>Any versions, as of lists.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    public IReadOnlyList<TaxRule> Taxes { get; init; } = [];

    public TaxRounding TaxRounding { get; init; }

    /// <summary>Class of lines that name none; null: they bear no tax.</summary>
    public string? UsualTaxClass { get; init; }

    /// <summary>Class of shipping; null: it bears no tax.</summary>
    public string? ShippingTaxClass { get; init; }
}
