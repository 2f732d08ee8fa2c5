using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Quality;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Api.Quality;

/// <summary>What is wrong in the catalogue, what would mend it, and by which rules.</summary>
internal static class QualityEndpoints
{
    private const string Findings = "quality-findings";

    private static readonly ListSpec<QualityFinding, FindingView> FindingList = new ListSpec<QualityFinding, FindingView>(Findings)
        .Field("foundAt", f => f.FoundAt)
        .Field("check", f => f.Check, sortable: false)
        .Field("severity", f => f.Severity, sortable: false)
        .Field("state", f => f.State, sortable: false)
        .Field("productId", f => f.SubjectId, sortable: false)
        .Field("otherProductId", f => f.OtherId, sortable: false)
        .Field("proposal", f => f.ProposalKind, sortable: false)
        .DefaultSort("-foundAt")
        .Key(f => f.Id)
        .Expand("product", row => row.ProductId, () => ProductEndpoints.List, Products)
        .Select(FindingView.FromFinding);

    private static readonly ListSpec<QualityScore, ProductScoreView> ScoreList = new ListSpec<QualityScore, ProductScoreView>("quality-scores")
        .Field("score", s => s.Score)
        .Field("findings", s => s.Findings, sortable: false)
        .Field("checkedAt", s => s.CheckedAt, sortable: false)
        .DefaultSort("score")
        .Key(s => s.SubjectId)
        .Expand("product", row => row.ProductId, () => ProductEndpoints.List, Products)
        .Select(ProductScoreView.FromScore);

    private static readonly ListSpec<QualitySnapshot, QualitySnapshotView> History = new ListSpec<QualitySnapshot, QualitySnapshotView>("quality-history")
        .Field("takenAt", s => s.TakenAt)
        .DefaultSort("-takenAt")
        .Key(s => s.Id)
        .Select(s => new QualitySnapshotView(s.TakenAt, s.Subjects, s.Score, s.Found, s.Dismissed, s.Checks));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var quality = routes.MapGroup("/quality").WithTags("Quality");
        quality.MapGet("/", Catalogue).WithSummary("The score of the whole catalogue, and what each check found").Requires(QualityPermissions.Read);
        quality.MapGet("/history", Snapshots).WithList(History).Requires(QualityPermissions.Read);
        quality.MapGet("/scores", Scores).WithList(ScoreList).Requires(QualityPermissions.Read);
        quality.MapGet("/findings", Search).WithList(FindingList).Requires(QualityPermissions.Read);
        quality.MapGet("/findings/{id:guid}", Get).Requires(QualityPermissions.Read);
        quality.MapPost("/findings/{id:guid}/accept", Accept).WithSummary("Change the product as proposed").Requires(SalesOrdersPermissions.WriteProducts);
        quality.MapPost("/findings/{id:guid}/dismiss", Dismiss).WithSummary("It is right as it is: not to be found again until what it rests on changes").Requires(QualityPermissions.Dismiss);
        quality.MapPost("/findings/{id:guid}/reopen", Reopen).Requires(QualityPermissions.Dismiss);
        var product = routes.MapGroup("/products/{id:guid}/quality").WithTags("Quality");
        product.MapGet("/", OfProduct).WithSummary("The score of a product, and how it comes about").Requires(QualityPermissions.Read);
        product.MapPost("/check", Check).WithSummary("Look at the product now").Requires(QualityPermissions.Dismiss);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/quality-rules").WithTags("Quality");
        rules.MapGet("/", Rules).Requires(QualityPermissions.Configure);
        rules.MapGet("/{check}", Rule).Requires(QualityPermissions.Configure);
        rules.MapPut("/{check}", Change).Requires(QualityPermissions.Configure);
        routes.MapPost("/quality/check", CheckAll).WithTags("Quality").WithSummary("Look at every product that is sold").Requires(QualityPermissions.Configure);
    }

    private static IQueryable<Product> Products(IServiceProvider services) => services.GetRequiredService<SalesOrdersDbContext>().Products;

    private static async Task<Ok<CatalogueQualityView>> Catalogue(SalesOrdersDbContext db, ProductQuality quality, CancellationToken ct)
    {
        var (totals, rules) = (await db.QualityTotals(ct), await quality.Rules(ct));
        var found = totals.Found.ToDictionary(f => f.Check);
        return TypedResults.Ok(new CatalogueQualityView(totals.Subjects, totals.Score, [.. rules.Checks.Select(Count)]));

        CheckCount Count(QualityCheck check)
        {
            var (rule, count) = (rules.Of(check.Code), found.GetValueOrDefault(check.Code));
            return new CheckCount(check.Code, check.Name, rule.Severity, rule.IsOn, count?.Open ?? 0, count?.Dismissed ?? 0);
        }
    }

    private static Task<PageOf<QualitySnapshotView>> Snapshots(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        History.Page(db.Set<QualitySnapshot>(), request, ct);

    private static Task<PageOf<ProductScoreView>> Scores(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => ScoreList.Page(db.Set<QualityScore>(), request, ct);

    private static Task<PageOf<FindingView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        FindingList.Page(db.Set<QualityFinding>(), request, ct);

    private static async Task<OneOf<FindingView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new QualityFindingId(id);
        var view = await db.Set<QualityFinding>().Where(f => f.Id == key).Select(FindingView.FromFinding).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("quality-finding", id.ToString());
        // What was seen is written anew without a version, as long as it rests on the same and proposes the same.
        return request.Answer(Findings, view, view.Version, isCoveredByVersion: false);
    }

    private static async Task<Ok<ProductSaved>> Accept(Guid id, ICommandHandler<AcceptProposal, ProductSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new AcceptProposal(id), ct));

    private static async Task<Ok<FindingSaved>> Dismiss(Guid id, DismissFinding command, ICommandHandler<DismissFinding, FindingSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<FindingSaved>> Reopen(Guid id, ICommandHandler<ReopenFinding, FindingSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ReopenFinding(id), ct));

    private static async Task<OneOf<ProductQualityView>> OfProduct(Guid id, OneRequest request, SalesOrdersDbContext db, ProductQuality quality, CancellationToken ct)
    {
        var key = new ProductId(id);
        var version = await db.Products.Where(p => p.Id == key).Select(p => (int?)p.Version).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("product", id.ToString());
        var score = await db.Set<QualityScore>().AsNoTracking().SingleOrDefaultAsync(s => s.SubjectId == id, ct) ?? throw new ResourceNotFound("product-quality", id.ToString());
        var findings = await db.Set<QualityFinding>().Where(f => f.SubjectId == id).OrderBy(f => f.Check).Select(FindingView.FromFinding).ToListAsync(ct);
        var rules = await quality.Rules(ct);
        var broken = findings.Where(f => f.State == QualityFindingState.Open).Select(f => f.Check).ToHashSet();
        var applied = rules.Checks.Select(c => new AppliedRule(c.Code, c.Name, rules.IsOn(c.Code), rules.Of(c.Code).Weight, rules.IsOn(c.Code) && broken.Contains(c.Code)));
        return request.Answer(Findings, new ProductQualityView(id, score.Score, score.CheckedAt, [.. applied], findings), version, isCoveredByVersion: false);
    }

    private static async Task<OneOf<ProductQualityView>> Check(
        Guid id, OneRequest request, SalesOrdersDbContext db, ProductQuality quality, ICommandHandler<CheckProducts, ProductsChecked> handler, CancellationToken ct)
    {
        await handler.Handle(new CheckProducts([id], []), ct);
        return await OfProduct(id, request, db, quality, ct);
    }

    private static async Task<Ok<IReadOnlyList<QualityRuleView>>> Rules(ProductQuality quality, CancellationToken ct)
    {
        var rules = await quality.Rules(ct);
        return TypedResults.Ok<IReadOnlyList<QualityRuleView>>([.. rules.Checks.Select(c => QualityRuleView.Of(c, rules))]);
    }

    private static async Task<OneOf<QualityRuleView>> Rule(string check, OneRequest request, ProductQuality quality, CancellationToken ct)
    {
        var known = ProductChecks.Find(check) ?? throw new ResourceNotFound("quality-rule", check);
        var view = QualityRuleView.Of(known, await quality.Rules(ct));
        return request.Answer("quality-rules", view, view.Version);
    }

    private static async Task<Ok<QualityRuleSaved>> Change(
        string check, ChangeQualityRule command, ICommandHandler<ChangeQualityRule, QualityRuleSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Check = check }, ct));

    private static async Task<AcceptedOperation> CheckAll(ICommandHandler<StartCatalogueCheck, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartCatalogueCheck(), ct));
}
