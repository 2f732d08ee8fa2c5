using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers.Prices;

/// <summary>
/// Sells by what Planning publishes from the next order on, and stops as soon as Planning says so. A version of many parts is taken over when
/// the last one is here; one that cannot be sold by is not taken over in part.
/// </summary>
internal sealed partial class TakeOverPrices(
    SalesOrdersDbContext db, Publications publications, IValidator<PublishPriceList> lists, IValidator<PublishPromotion> promotions)
    : IConsumer<PriceListPublishedV1>, IConsumer<PromotionPublishedV1>
{
    public async Task Consume(Received<PriceListPublishedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        if (await Whole(PublicationKind.PriceList, told.Code, told.Version, new Telling(told.Part, told.Parts, told.Text), ct) is not { } text) return;
        await Sellable(told.Code, told.Version, async () =>
        {
            var list = PublishPriceList.Of(Read<PriceList>(text) with { Code = told.Code, Version = told.Version });
            await lists.Require(list, ct);
            Publications.Require(PricingChecks.Of(list.ToPriceList()));
            await publications.Publish(list, isPlanned: true, ct);
        });
    }

    public async Task Consume(Received<PromotionPublishedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        if (await Whole(PublicationKind.Promotion, told.Code, told.Version, new Telling(told.Part, told.Parts, told.Text), ct) is not { } text) return;
        var limits = new GivenLimits(told.MaxUses, told.MaxUsesPerCoupon, told.MaxUsesPerCustomer, told.MostPerCustomer, told.Budget);
        await Sellable(told.Code, told.Version, async () =>
        {
            var promotion = PublishPromotion.Of(Read<Promotion>(text) with { Code = told.Code, Version = told.Version }, limits);
            await promotions.Require(promotion, ct);
            Publications.Require(PricingChecks.Of(promotion.ToPromotion()));
            await publications.Publish(promotion, isPlanned: true, ct);
        });
    }

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, CrmJson.Options) ?? throw new JsonException("There is nothing.");

    // Trying again would not make it better: somebody has to publish another version.
    private static async Task Sellable(string code, int version, Func<Task> takeOver)
    {
        try
        {
            await takeOver();
        }
        catch (InvalidInput wrong)
        {
            throw PriceRules.PlannedNotSold.Broken(code, version, string.Join(", ", wrong.Errors.Select(e => e.Pointer)));
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            throw PriceRules.PlannedNotSold.Broken(code, version, unreadable.Message);
        }
    }

    /// <summary>The whole text, as soon as all parts of it are here; null: some are missing.</summary>
    private async Task<string?> Whole(PublicationKind kind, string code, int number, Telling told, CancellationToken ct)
    {
        if (told.Parts == 1) return told.Text;
        var parts = await db.PublicationParts.Where(p => p.Kind == kind && p.Code == code && p.Number == number).OrderBy(p => p.Part).ToListAsync(ct);
        if (parts.TrueForAll(p => p.Part != told.Part))
        {
            var part = new PublicationPart(kind, code, number, told.Part, told.Text);
            db.PublicationParts.Add(part);
            parts.Insert(parts.Count(p => p.Part < told.Part), part);
        }

        if (parts.Count < told.Parts) return null;
        // They are written down as one version now.
        db.PublicationParts.RemoveRange(parts);
        return parts.Aggregate(new StringBuilder(), (all, part) => all.Append(part.Text)).ToString();
    }

    private sealed record Telling(int Part, int Parts, string Text);
}
