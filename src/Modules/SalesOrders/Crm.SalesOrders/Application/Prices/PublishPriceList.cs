using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using FluentValidation;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Publishes one version of a price list.</summary>
internal sealed record PublishPriceList : ICommand<Published>
{
    /// <summary>Prices of one list: that many are compiled in well under a second.</summary>
    public const int MostItems = 50_000;

    [JsonIgnore]
    public string Code { get; init; } = "";

    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>ISO 4217; of every price in it.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether its prices and floors contain tax.</summary>
    public PriceBasis Basis { get; init; }

    /// <summary>The list of the highest priority that has a price for the SKU decides.</summary>
    public int Priority { get; init; }

    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    public required IReadOnlyList<PriceItem> Items { get; init; }

    public static PublishPriceList Of(PriceList list) => new()
    {
        Code = list.Code,
        Version = list.Version,
        Currency = list.Currency,
        Basis = list.Basis,
        Priority = list.Priority,
        Scope = list.Scope,
        Items = list.Items,
    };

    public PriceList ToPriceList() => new()
    {
        Code = Code,
        Version = Version,
        Currency = Currency,
        Basis = Basis,
        Priority = Priority,
        Scope = Scope,
        Items = Items,
    };
}

internal sealed class PublishPriceListValidator : AbstractValidator<PublishPriceList>
{
    public PublishPriceListValidator()
    {
        RuleFor(c => c.Code).IsPublicationCode();
        RuleFor(c => c.Version).GreaterThan(0);
        RuleFor(c => c.Items).Must(items => items.Count <= PublishPriceList.MostItems).WithPhrase(PublicationPhrases.TooMany);
    }
}

internal sealed class PublishPriceListHandler(Publications publications) : ICommandHandler<PublishPriceList, Published>
{
    public async Task<Published> Handle(PublishPriceList command, CancellationToken ct)
    {
        Publications.Require([.. PricingChecks.Of(command.ToPriceList()), .. await publications.Unknown(command.Scope, ct)]);
        return await publications.Publish(command, isPlanned: false, ct);
    }
}
