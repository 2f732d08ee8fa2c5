using System.Collections.Frozen;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Opportunities;

/// <summary>Turns what was promised into what can be sold, and says in words what is missing.</summary>
internal sealed class OpportunityTerms(SalesOrdersDbContext db, Sales sales, OrderPricing pricing, OrderCosts costs, ISettings settings)
{
    // People win opportunities, and mostly by talking.
    private const string Usual = FirstChannels.Phone;

    public async Task<DraftedTerms> Of(DraftOpportunityQuote won, CancellationToken ct)
    {
        var missing = new List<Phrase>();
        var sale = (await sales.Read(won.CustomerId, won.Currency, won.WonOn, directory => Channel(won, directory, missing), ct))!;
        var warehouse = sale.Book.Directory.FindServerOf(sale.Channel);
        if (sale.Buyer.IsDeleted) missing.Add(OpportunityPhrases.CustomerUnknown);
        else if (sale.Buyer.IsBlocked) missing.Add(OpportunityPhrases.CustomerBlocked);
        if (warehouse is null) missing.Add(OpportunityPhrases.NoWarehouse);
        var content = new PlaceOrder
        {
            CustomerId = won.CustomerId,
            Currency = won.Currency,
            Channel = sale.Channel.Code,
            OrderedOn = won.WonOn,
            RequiredOn = won.WantedOn,
            Draft = true,
            Lines = [],
        };
        var sold = await Priced(content, sale, await Promised(won, sale, missing, ct), missing, ct);
        var terms = new OrderTerms
        {
            CustomerId = won.CustomerId,
            Channel = sale.Channel.Code,
            OwnerId = won.OwnerId,
            UnitId = won.UnitId ?? await UnitOf(won.OwnerId, ct) ?? sale.Buyer.UnitId,
            TerritoryId = sale.Buyer.TerritoryId,
            Currency = won.Currency,
            OrderedOn = won.WonOn,
            RequiredOn = won.WantedOn,
            Warehouse = warehouse ?? Warehouses.Default,
            Rate = sale.Rate,
            PricedAt = pricing.ByCaller(content).At,
            Numbers = sale.Channel.Numbers,
            PaymentPolicy = sale.Channel.Policy ?? (await settings.YesNo(SalesSettings.Prepaid, ct) ? PaymentPolicy.Prepaid : PaymentPolicy.OnCredit),
            Lines = sold is null
                ? []
                : [.. sold.Lines.Select((l, i) => new LineTerms(l.Product, l.Content.Quantity, sold.Prices.Priced.Lines[i].UnitPrice, l.Content.DiscountRate, l.Content.UnitPrice is not null))],
            Priced = sold?.Prices.Priced,
            Gifts = sold?.Prices.Gifts ?? [],
            Redemptions = sold?.Prices.Redemptions ?? [],
            PricedFor = sold?.Prices.PricedFor,
            Trace = sold is null ? null : pricing.Trace(sold.Prices.Priced),
        };
        return new DraftedTerms(terms, OpportunityPhrases.Note(won, missing));
    }

    private static ChannelTerms Channel(DraftOpportunityQuote won, SalesDirectory directory, List<Phrase> missing)
    {
        var said = won.Channel ?? Usual;
        // Customers keeps what people write; the codes of most channels are lower case.
        if (Array.Find([said, said.ToLowerInvariant()], directory.Knows) is { } code) return directory.Channel(code, isNew: false);
        missing.Add(OpportunityPhrases.ChannelUnknown(said));
        return directory.Channel(Usual, isNew: false);
    }

    private async Task<Guid?> UnitOf(Guid? person, CancellationToken ct) =>
        person is { } id && await db.PersonCopies.FindAsync([id], ct) is { } copy ? copy.UnitId : null;

    /// <summary>The lines of which the product is known and sold, in whole units.</summary>
    private async Task<List<PromisedLine>> Promised(DraftOpportunityQuote won, Sale sale, List<Phrase> missing, CancellationToken ct)
    {
        var reads = SalesReads.Of(db);
        var ids = won.Lines.Where(l => l.ProductId is not null).Select(l => new ProductId(l.ProductId!.Value)).Distinct().ToList();
        var skus = won.Lines.Where(l => l.ProductId is null).Select(l => l.Sku).OfType<string>().Distinct().ToList();
        var byId = (ids.Count == 0 ? [] : await reads.ProductsById(db, ids, ct)).ToDictionary(p => p.Id.Value);
        var bySku = (skus.Count == 0 ? [] : await reads.ProductsBySku(db, skus, ct)).ToDictionary(p => p.Sku);
        var promised = new List<PromisedLine>();
        foreach (var line in won.Lines)
        {
            var product = line.ProductId is { } id ? byId.GetValueOrDefault(id) : line.Sku is { } sku ? bySku.GetValueOrDefault(sku) : null;
            if (Problem(line, product, won.WonOn, promised.Count) is { } problem) missing.Add(problem);
            else promised.Add(new PromisedLine(product!, new OrderContent.Line((int)line.Quantity, product!.Sku, UnitPrice: line.UnitPrice, DiscountRate: line.DiscountRate)));
        }

        var products = await costs.InCurrency(promised.ConvertAll(l => l.Product), sale, ct);
        return [.. promised.Select((line, i) => line with { Product = products[i] })];
    }

    private static Phrase? Problem(DraftOpportunityQuote.Line line, ProductSnapshot? product, DateOnly on, int taken)
    {
        if (product is null) return OpportunityPhrases.ProductUnknown(line);
        if (!product.IsActive || !product.IsSoldOn(on)) return OpportunityPhrases.ProductInactive(line);
        if (line.Quantity is < 1m or > Limits.MostUnits || decimal.Truncate(line.Quantity) != line.Quantity) return OpportunityPhrases.NotWhole(line);
        if (line.UnitPrice is < 0m or > Limits.LargestPrice || line.DiscountRate is < 0m or > 1m) return OpportunityPhrases.OutOfRange(line);
        return taken < Limits.MostLines ? null : OpportunityPhrases.TooMany(line);
    }

    /// <summary>The lines with their prices; those for which there is none are left out. Null where nothing is left.</summary>
    private async Task<SoldLines?> Priced(PlaceOrder content, Sale sale, List<PromisedLine> lines, List<Phrase> missing, CancellationToken ct)
    {
        if (lines.Count == 0) return null;
        if ((await Try(content, sale, lines, ct)).Prices is { } all) return new SoldLines(lines, all);
        // One of them stands in the way: alone it is found.
        var left = new List<PromisedLine>();
        foreach (var line in lines)
        {
            var (prices, refusal) = await Try(content, sale, [line], ct);
            var asListed = line with { Content = line.Content with { UnitPrice = null, DiscountRate = 0m } };
            if (prices is not null) left.Add(line);
            else if (line != asListed && (await Try(content, sale, [asListed], ct)).Prices is not null)
            {
                missing.Add(OpportunityPhrases.PromiseNotKept(line, content.Currency, refusal!));
                left.Add(asListed);
            }
            else missing.Add(OpportunityPhrases.NoPrice(line, refusal!));
        }

        if (left.Count == 0) return null;
        var (together, stillRefused) = await Try(content, sale, left, ct);
        if (together is not null) return new SoldLines(left, together);
        missing.Add(OpportunityPhrases.NotTogether(stillRefused!));
        return null;
    }

    private async Task<(OrderPrices? Prices, RuleBroken? Refusal)> Try(PlaceOrder content, Sale sale, List<PromisedLine> lines, CancellationToken ct)
    {
        try
        {
            var asked = content with { Lines = lines.ConvertAll(l => l.Content) };
            return (await pricing.Price(asked, sale, lines.ConvertAll(l => l.Product), pricing.ByCaller(asked), FrozenSet<string>.Empty, ct), null);
        }
        catch (RuleBroken refusal)
        {
            return (null, refusal);
        }
    }

    private sealed record SoldLines(List<PromisedLine> Lines, OrderPrices Prices);
}

/// <param name="Product">That is sold.</param>
/// <param name="Content">As an order asks for it.</param>
internal sealed record PromisedLine(ProductSnapshot Product, OrderContent.Line Content);

/// <param name="Terms">What the draft says.</param>
/// <param name="Note">Where it comes from, and what is missing.</param>
internal sealed record DraftedTerms(OrderTerms Terms, Phrase Note);
