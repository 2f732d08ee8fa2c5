using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Competitors;

/// <summary>A competitor's price in a file.</summary>
internal sealed record CompetitorPriceInFile(
    [ImportField("Code of the competitor", "竞争对手代码", MaxLength = ResearchColumns.Code, Synonyms = "competitor|rival")] string Competitor,
    [ImportField("Number of our product that it stands against", "对应的本公司产品编号", MaxLength = ResearchColumns.Sku, Synonyms = "item|article|product")] string Sku,
    [ImportField("Price of one unit, up to eight decimals", "单价，最多八位小数", Synonyms = "price")] decimal UnitPrice,
    [ImportField("Currency, ISO 4217", "币种，ISO 4217", MaxLength = 3)] string Currency,
    [ImportField("Day on which it was seen", "观察日期", Synonyms = "date|day", Content = ImportContent.Date)] DateOnly SeenOn,
    [ImportField("How it came to be known", "来源")] ObservationSource Source = ObservationSource.Other,
    [ImportField("Whether the price contains tax", "价格是否含税")] bool IncludesTax = false,
    [ImportField("From which quantity on it is asked", "起订数量")] decimal Quantity = 1,
    [ImportField("What the competitor calls it", "对方产品名称", MaxLength = ResearchColumns.Name)] string? TheirName = null,
    [ImportField("Address, shop or page", "地点、店铺或网页", MaxLength = ResearchColumns.Address)] string? Where = null,
    [ImportField("How far it can be relied on, from 0 to 1", "可信度，0 到 1")] decimal Confidence = 1)
{
    public PriceSeen Seen() => new(null, Sku, TheirName, UnitPrice, Currency, IncludesTax, Quantity, SeenOn, Source, Where, Confidence);
}

internal sealed class CompetitorPriceInFileValidator : AbstractValidator<CompetitorPriceInFile>
{
    public CompetitorPriceInFileValidator(TimeProvider time) => RuleFor(r => r.Seen()).SetValidator(new PriceSeenValidator(time)).OverridePropertyName("");
}

/// <summary>Takes many prices that were seen; one that is written down already is not written down twice.</summary>
internal sealed class CompetitorPriceImport(PlanningDbContext db, CallerContext caller, TimeProvider time) : IImportTarget<CompetitorPriceInFile>
{
    public async Task Apply(IReadOnlyList<ImportRow<CompetitorPriceInFile>> rows, ImportContext context, CancellationToken ct)
    {
        var codes = rows.Select(r => r.Value.Competitor).Distinct().ToList();
        var competitors = await db.Set<Competitor>().Where(c => EF.Parameter(codes).Contains(c.Code)).ToDictionaryAsync(c => c.Code, ct);
        var (skus, days) = (rows.Select(r => r.Value.Sku).Distinct().ToList(), rows.Select(r => r.Value.SeenOn).Distinct().ToList());
        var known = await db.Set<CompetitorPrice>().AsNoTracking()
            .Where(p => p.Holds && EF.Parameter(skus).Contains(p.Sku) && EF.Parameter(days).Contains(p.SeenOn)).ToListAsync(ct);
        foreach (var row in rows)
        {
            if (!competitors.TryGetValue(row.Value.Competitor, out var competitor)) row.Refuse(CompetitorRules.Unknown, row.Value.Competitor);
            else if (competitor.IsArchived) row.Refuse(CompetitorRules.Archived, competitor.Code);
            else if (known.Find(p => p.CompetitorId == competitor.Id && p.Says(row.Value.Seen())) is { } present) row.Unchanged(present.Key);
            else row.Created(Write(competitor, row.Value, known));
        }
    }

    private Guid Write(Competitor competitor, CompetitorPriceInFile row, List<CompetitorPrice> known)
    {
        var price = CompetitorPrice.Observe(competitor, row.Seen(), caller.Caller.Id, time.GetUtcNow());
        db.Add(price);
        known.Add(price);
        return price.Key;
    }
}
