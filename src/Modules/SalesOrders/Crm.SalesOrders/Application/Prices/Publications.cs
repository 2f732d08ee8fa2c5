using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Prices;

/// <param name="Code">Of the list or promotion.</param>
/// <param name="Version">Which version.</param>
/// <param name="WasThere">The same was published before, and nothing was done.</param>
internal sealed record Published(string Code, int Version, bool WasThere);

internal static class PublicationPhrases
{
    public static readonly Phrase Code = new("Use letters, digits, '.', '_' and '-', at most 60.", "请使用字母、数字、'.'、'_' 和 '-'，最多 60 个字符。");
    public static readonly Phrase TooMany = new("Has too many entries.", "条目过多。");
    public static readonly Phrase Channel = new("There is no such channel.", "没有此渠道。");
    public static readonly Phrase ClassWithoutRate = new("This tax class has no rate.", "此税类没有税率。");

    public static void IsPublicationCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches($"^[A-Za-z0-9._-]{{1,{Columns.Code}}}$").WithPhrase(Code);
}

/// <summary>Writes published versions down, each once, and lets every host know that there are new prices.</summary>
internal sealed class Publications(SalesOrdersDbContext db, TimeProvider time)
{
    public static void Require(IReadOnlyList<InputError> errors)
    {
        if (errors.Count > 0) throw new InvalidInput(errors);
    }

    /// <summary>The channels of a scope that are not there.</summary>
    public async Task<IEnumerable<InputError>> Unknown(PriceScope scope, CancellationToken ct)
    {
        if (scope.Channels.Count == 0) return [];
        var known = await db.Channels.Select(c => c.Code).ToListAsync(ct);
        return scope.Channels.Select((channel, i) => (channel, i)).Where(c => !known.Contains(c.channel))
            .Select(c => new InputError($"/scope/channels/{c.i}", PublicationPhrases.Channel));
    }

    /// <summary>Publishes a list, in the words of whoever publishes.</summary>
    /// <param name="list">A checked one.</param>
    /// <param name="isPlanned">It comes from Planning.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Published> Publish(PublishPriceList list, bool isPlanned, CancellationToken ct) => Publish<PublishPriceList>(
        PublicationKind.PriceList, list.Code, list.Version,
        new PublicationFacts(Name: null, list.Currency, list.Scope.From, list.Scope.To, list.Priority), ToldPrices.Content(list), isPlanned, ct);

    /// <inheritdoc cref="Publish(PublishPriceList, bool, CancellationToken)"/>
    public Task<Published> Publish(PublishPromotion promotion, bool isPlanned, CancellationToken ct) => Publish<PublishPromotion>(
        PublicationKind.Promotion, promotion.Code, promotion.Version,
        new PublicationFacts(promotion.Name.English, promotion.Currency, promotion.Scope.From, promotion.Scope.To, promotion.Priority), ToldPrices.Content(promotion), isPlanned, ct);

    public Task<Published> Publish(PublishTaxes taxes, CancellationToken ct) => Publish<PublishTaxes>(
        PublicationKind.Taxes, PublishTaxes.TheCode, taxes.Version, new PublicationFacts(null, null, null, null, 0), ToldPrices.Content(taxes), isPlanned: false, ct);

    private async Task<Published> Publish<TBody>(
        PublicationKind kind, string code, int number, PublicationFacts facts, PublicationContent content, bool isPlanned, CancellationToken ct)
    {
        // Whoever publishes the same version at the same moment waits here.
        var stamp = await PriceStamp.Lock(db, ct);
        if (!isPlanned && await db.PricePublications.AnyAsync(p => p.Kind == kind && p.Code == code && p.IsPlanned, ct)) throw PriceRules.PlannedElsewhere.Broken(code);
        var there = await db.PricePublications.AsNoTracking().SingleOrDefaultAsync(p => p.Kind == kind && p.Code == code && p.Number == number, ct);
        if (there is not null)
            return ToldPrices.IsSame<TBody>(there.Body, content.Body) ? new Published(code, number, WasThere: true) : throw PriceRules.PublishedNeverChanges.Broken(code, number);
        db.PricePublications.Add(new PricePublication(kind, code, number, facts, content, isPlanned, time.GetUtcNow()));
        stamp.Raise(db);
        return new Published(code, number, WasThere: false);
    }
}

/// <summary>A counter that rises with every change of what prices follow from. Hosts compare it with that of the book they have in memory.</summary>
internal sealed class PriceStamp
{
    /// <summary>Its row among the number series.</summary>
    public const string Series = "price-book";

    private readonly NumberSeries? _row;

    private PriceStamp(NumberSeries? row) => _row = row;

    public static async Task<PriceStamp> Lock(SalesOrdersDbContext db, CancellationToken ct) =>
        new((await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [Series]).ToListAsync(ct)).SingleOrDefault());

    /// <summary>The transaction of the context has raised the stamp, and nobody else can know the present one.</summary>
    public static bool IsRaisedIn(SalesOrdersDbContext db) => db.Database.CurrentTransaction is not null && db.InTransaction<Raising>().IsDone;

    public void Raise(SalesOrdersDbContext db)
    {
        var row = _row;
        if (row is null) db.NumberSeries.Add(row = new NumberSeries(Series));
        row.Reserve(1);
        db.InTransaction<Raising>().IsDone = true;
    }

    private sealed class Raising
    {
        public bool IsDone { get; set; }
    }
}
