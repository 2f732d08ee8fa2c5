using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain.Prices;
using FluentValidation;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What an order would come to. Nothing is stored.</summary>
internal sealed record QuotePrices : OrderContent
{
    /// <summary>Whether to say why promotions gave nothing.</summary>
    [JsonIgnore]
    public bool Explain { get; init; }
}

internal sealed class QuotePricesValidator : OrderContentValidator<QuotePrices>;

/// <param name="PriceHash">Give it along when placing or confirming: another price is then refused instead of charged.</param>
/// <param name="Price">With every step.</param>
/// <param name="PricedAt">When.</param>
internal sealed record PriceExplained(string PriceHash, PricedOrder Price, DateTimeOffset PricedAt);

/// <summary>Answers what orders would come to, by the same engine that prices them.</summary>
internal sealed class PriceQuotes(OrderTermsReader reader, IValidator<QuotePrices> validator)
{
    public async Task<PriceExplained> Quote(QuotePrices asked, CancellationToken ct)
    {
        await validator.Require(asked, ct);
        var terms = await reader.Read(asked, ct);
        return new PriceExplained(PriceToken.Of(terms.Priced!), terms.Priced!, terms.Trace!.PricedAt);
    }

    /// <summary>What was kept, without the words by which prices were agreed. Stays as it is where there are none.</summary>
    public static string WithoutReasons(string kept)
    {
        var priced = JsonSerializer.Deserialize<PricedOrder>(kept, CrmJson.Options)!;
        var steps = priced.Lines.SelectMany(l => l.Trace).Concat(priced.Shipping.Trace);
        return steps.Any(s => s.Reason is not null)
            ? JsonSerializer.Serialize(priced with { Lines = [.. priced.Lines.Select(l => l with { Trace = Silent(l.Trace) })], Shipping = priced.Shipping with { Trace = Silent(priced.Shipping.Trace) } }, CrmJson.Options)
            : kept;
    }

    private static IReadOnlyList<PriceStep> Silent(IReadOnlyList<PriceStep> steps) => [.. steps.Select(s => s with { Reason = null })];

    /// <summary>What was kept when an order was priced.</summary>
    public static PriceExplained Kept(PriceTrace trace)
    {
        var priced = JsonSerializer.Deserialize<PricedOrder>(trace.Body, CrmJson.Options)!;
        return new PriceExplained(PriceToken.Of(priced), priced, trace.PricedAt);
    }
}
