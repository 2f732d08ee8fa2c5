using System.Collections.Concurrent;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>
/// The publications that this host has read. None ever changes, so each is fetched and parsed once, however often prices are asked for anew
/// because something else was published.
/// </summary>
internal sealed class KnownPublications
{
    // By the row and not by code and version: these come again when the transaction that published them was rolled back.
    private readonly ConcurrentDictionary<PricePublicationId, object> _known = new();

    public async Task<PublishedPrices> Read(SalesOrdersDbContext db, CancellationToken ct)
    {
        var all = await db.PricePublications.AsNoTracking().Select(p => new { p.Id, p.Kind, p.Number }).ToListAsync(ct);
        // Of the taxes only the last version counts.
        var taxes = all.Where(p => p.Kind == PublicationKind.Taxes).MaxBy(p => p.Number);
        var counting = all.Where(p => p.Kind != PublicationKind.Taxes || p == taxes).Select(p => p.Id).ToList();
        await Learn(db, counting.FindAll(id => !_known.ContainsKey(id)), ct);
        var known = counting.ConvertAll(id => _known[id]);
        return new PublishedPrices([.. known.OfType<PriceList>()], [.. known.OfType<KnownPromotion>()], known.OfType<PublishTaxes>().SingleOrDefault());
    }

    private async Task Learn(SalesOrdersDbContext db, List<PricePublicationId> unknown, CancellationToken ct)
    {
        if (unknown.Count == 0) return;
        var rows = await db.PricePublications.AsNoTracking().Where(p => EF.Parameter(unknown).Contains(p.Id)).Select(p => new { p.Id, p.Kind, p.Code, p.Number, p.Body }).ToListAsync(ct);
        foreach (var row in rows)
        {
            _known[row.Id] = row.Kind switch
            {
                PublicationKind.PriceList => (Parse<PublishPriceList>(row.Body) with { Code = row.Code, Version = row.Number }).ToPriceList(),
                PublicationKind.Promotion => new KnownPromotion(Parse<PublishPromotion>(row.Body) with { Code = row.Code, Version = row.Number }),
                _ => Parse<PublishTaxes>(row.Body),
            };
        }
    }

    private static T Parse<T>(string body) => JsonSerializer.Deserialize<T>(body, CrmJson.Options)!;
}

/// <param name="Lists">All versions.</param>
/// <param name="Promotions">All versions.</param>
/// <param name="Taxes">The last version; null: none was published.</param>
internal sealed record PublishedPrices(IReadOnlyList<PriceList> Lists, IReadOnlyList<KnownPromotion> Promotions, PublishTaxes? Taxes)
{
    public static readonly PublishedPrices None = new([], [], null);
}

/// <param name="Content">As it was published, with its limits.</param>
internal sealed record KnownPromotion(PublishPromotion Content)
{
    /// <summary>As the engine takes it.</summary>
    public Promotion Promotion { get; } = Content.ToPromotion();
}
