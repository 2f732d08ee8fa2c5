using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>Asks for every product that is sold to be looked at.</summary>
internal sealed record StartCatalogueCheck : ICommand<OperationId>;

internal sealed class StartCatalogueCheckValidator : AbstractValidator<StartCatalogueCheck>;

internal sealed class StartCatalogueCheckHandler(SalesOrdersDbContext db, OperationStarter starter) : ICommandHandler<StartCatalogueCheck, OperationId>
{
    public Task<OperationId> Handle(StartCatalogueCheck command, CancellationToken ct) => starter.Start(db, CheckCatalogue.Kind, new CheckCatalogue.Request(), ct);
}

/// <param name="Products">That were looked at.</param>
/// <param name="Score">Mean of their scores, 0 to 100; null where there is no product.</param>
/// <param name="Found">Open findings.</param>
internal sealed record CatalogueChecked(long Products, decimal? Score, long Found);

/// <summary>Looks at the products in the order of their SKUs, so many at a time, and ends with a snapshot of all together.</summary>
internal sealed class CheckCatalogue : IOperation<CheckCatalogue.Request, CatalogueChecked>
{
    public const string Kind = "sales-orders.check-catalogue";

    private const int ProductsPerStep = 200;

    public async Task<CatalogueChecked> Run(Request input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark("", IsDone: false);
        QualityRuleBook? rules = null;
        PriceLevels? levels = null;
        QualityTotals? totals = null;
        while (totals is null)
        {
            await run.Step(async step =>
            {
                var db = (SalesOrdersDbContext)step.Db;
                var quality = step.Get<ProductQuality>();
                // All products by the same rules and the same price levels.
                rules ??= await quality.Rules(ct);
                levels ??= ProductQuality.Levels(rules);
                if (mark.IsDone)
                {
                    totals = await db.KeepQualitySnapshot(ct);
                    return;
                }

                var after = mark.Sku;
                var page = await db.Products.Where(p => p.IsActive && string.Compare(p.Sku, after) > 0)
                    .OrderBy(p => p.Sku).Take(ProductsPerStep).Select(p => new { p.Id, p.Sku }).ToListAsync(ct);
                await quality.Check(page.ConvertAll(p => p.Id.Value), rules, levels, ct);
                step.Total ??= await db.Products.LongCountAsync(p => p.IsActive, ct);
                mark = new Mark(page.Count == 0 ? after : page[^1].Sku, page.Count < ProductsPerStep);
                (step.Done, step.Checkpoint) = (step.Done + page.Count, mark);
            }, ct);
        }

        return new CatalogueChecked(totals.Subjects, totals.Score, totals.Found.Sum(f => f.Open));
    }

    internal sealed record Request;

    /// <param name="Sku">Of the last product that was looked at.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(string Sku, bool IsDone);
}

/// <summary>Looks at the whole catalogue every night, like an administrator who asks for it.</summary>
internal sealed class CheckCatalogueNightly(ICommandHandler<StartCatalogueCheck, OperationId> start) : IScheduledJob
{
    public const string Name = "check-catalogue";

    public async Task<string> Run(CancellationToken ct) => $"operation {(await start.Handle(new StartCatalogueCheck(), ct)).Value}";
}

/// <summary>Looks again at products that were changed, a moment after it.</summary>
internal sealed class CheckChangedProducts(SalesOrdersDbContext db, ProductQuality quality, IServiceScopeFactory scopes, ILogger<CheckChangedProducts> log) : IScheduledJob
{
    public const string Name = "check-changed-products";

    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var (looked, failed) = (0, 0);
        PriceLevels? levels = null;
        // What failed in this run is still there, and comes first.
        while (await db.Set<QualityDue>().AsNoTracking().OrderBy(d => d.Id).Skip(failed).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            levels ??= ProductQuality.Levels(await quality.Rules(ct));
            var check = new CheckProducts([.. due.Select(d => d.SubjectId).Distinct()], [.. due.Select(d => d.Id)]) { Levels = levels };
            if (await scopes.Try<CheckProducts, ProductsChecked>(Name, check, log, ct) is { } done) looked += done.Products;
            else failed += due.Count;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{looked} products checked, {failed} notes failed");
    }
}
