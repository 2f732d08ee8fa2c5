using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Application;
using Crm.Customers.Application.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Quality;

/// <summary>What is wrong with the data of customers, what would mend it, and by which rules. Everybody sees it of the customers that they see.</summary>
internal static class QualityEndpoints
{
    private const string Findings = "quality-findings";

    private static readonly ListSpec<QualityFinding, FindingView> FindingList = new ListSpec<QualityFinding, FindingView>(Findings)
        .Field("foundAt", f => f.FoundAt)
        .Field("check", f => f.Check, sortable: false)
        .Field("severity", f => f.Severity, sortable: false)
        .Field("state", f => f.State, sortable: false)
        .Field("customerId", f => f.SubjectId, sortable: false)
        .Field("otherCustomerId", f => f.OtherId, sortable: false)
        .Field("proposal", f => f.ProposalKind, sortable: false)
        .DefaultSort("-foundAt")
        .Key(f => f.Id)
        .Select(FindingView.FromFinding);

    private static readonly ListSpec<QualityScore, CustomerScoreView> ScoreList = new ListSpec<QualityScore, CustomerScoreView>("quality-scores")
        .Field("score", s => s.Score)
        .Field("findings", s => s.Findings, sortable: false)
        .Field("checkedAt", s => s.CheckedAt, sortable: false)
        .DefaultSort("score")
        .Key(s => s.SubjectId)
        .Select(CustomerScoreView.FromScore);

    private static readonly ListSpec<QualitySnapshot, QualitySnapshotView> History = new ListSpec<QualitySnapshot, QualitySnapshotView>("quality-history")
        .Field("takenAt", s => s.TakenAt)
        .DefaultSort("-takenAt")
        .Key(s => s.Id)
        .Select(s => new QualitySnapshotView(s.TakenAt, s.Subjects, s.Score, s.Found, s.Dismissed, s.Checks));

    private static readonly ListSpec<QualityGroupSnapshot, GroupSnapshotView> GroupHistory = new ListSpec<QualityGroupSnapshot, GroupSnapshotView>("quality-group-history")
        .Field("takenAt", s => s.TakenAt)
        .Field("value", s => s.Value, sortable: false)
        .DefaultSort("-takenAt")
        .Key(s => s.Id)
        .Select(s => new GroupSnapshotView(s.TakenAt, s.Value, s.Subjects, s.Score, s.Found));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var quality = routes.MapGroup("/quality").WithTags("Quality");
        quality.MapGet("/", Overall).WithSummary("The score of all customers, and what each check found").Requires(QualityPermissions.Configure);
        quality.MapGet("/history", Snapshots).WithList(History).Requires(QualityPermissions.Configure);
        quality.MapGet("/groups/{dimension}", Groups).WithSummary("Scores by source or owner").Requires(QualityPermissions.Configure);
        quality.MapGet("/groups/{dimension}/history", GroupSnapshots).WithList(GroupHistory).Requires(QualityPermissions.Configure);
        quality.MapGet("/scores", Scores).WithList(ScoreList).Requires(QualityPermissions.Read);
        quality.MapGet("/findings", Search).WithList(FindingList).Requires(QualityPermissions.Read);
        quality.MapGet("/findings/{id:guid}", Get).Requires(QualityPermissions.Read);
        quality.MapPost("/findings/{id:guid}/accept", Accept).WithSummary("Change the customer as proposed").Requires(CustomersPermissions.Write);
        quality.MapPost("/findings/{id:guid}/dismiss", Dismiss).WithSummary("It is right as it is: not to be found again until what it rests on changes").Requires(QualityPermissions.Dismiss);
        quality.MapPost("/findings/{id:guid}/reopen", Reopen).Requires(QualityPermissions.Dismiss);
        var customer = routes.MapGroup("/customers/{id:guid}/quality").WithTags("Quality");
        customer.MapGet("/", OfCustomer).WithSummary("The score of a customer, and how it comes about").Requires(QualityPermissions.Read);
        customer.MapPost("/check", Check).WithSummary("Look at the customer now").Requires(QualityPermissions.Dismiss);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/quality-rules").WithTags("Quality");
        rules.MapGet("/", Rules).Requires(QualityPermissions.Configure);
        rules.MapGet("/{check}", Rule).Requires(QualityPermissions.Configure);
        rules.MapPut("/{check}", Change).Requires(QualityPermissions.Configure);
        routes.MapPost("/quality/check", CheckAll).WithTags("Quality").WithSummary("Look at every customer").Requires(QualityPermissions.Configure);
    }

    private static async Task<Ok<OverallQualityView>> Overall(CustomersDbContext db, CustomerQuality quality, CancellationToken ct)
    {
        var (totals, rules) = (await db.QualityTotals(ct), await quality.Rules(ct));
        var found = totals.Found.ToDictionary(f => f.Check);
        return TypedResults.Ok(new OverallQualityView(totals.Subjects, totals.Score, [.. rules.Checks.Select(Count)]));

        CheckCount Count(QualityCheck check)
        {
            var (rule, count) = (rules.Of(check.Code), found.GetValueOrDefault(check.Code));
            return new CheckCount(check.Code, check.Name, rule.Severity, rule.IsOn, count?.Open ?? 0, count?.Dismissed ?? 0);
        }
    }

    private static Task<PageOf<QualitySnapshotView>> Snapshots(ListRequest request, CustomersDbContext db, CancellationToken ct) => History.Page(db.Set<QualitySnapshot>(), request, ct);

    private static async Task<Ok<IReadOnlyList<QualityGroupScore>>> Groups(string dimension, CustomersDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await db.QualityGroupScores(Known(dimension), ct));

    private static Task<PageOf<GroupSnapshotView>> GroupSnapshots(string dimension, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var known = Known(dimension);
        return GroupHistory.Page(db.Set<QualityGroupSnapshot>().Where(s => s.Dimension == known), request, ct);
    }

    private static Task<PageOf<CustomerScoreView>> Scores(ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var visible = Visible(db);
        return ScoreList.Page(caller.Scope == RowScope.All ? db.Set<QualityScore>() : db.Set<QualityScore>().Where(s => visible.Contains(s.SubjectId)), request, ct);
    }

    private static Task<PageOf<FindingView>> Search(ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var visible = Visible(db);
        return FindingList.Page(caller.Scope == RowScope.All ? db.Set<QualityFinding>() : db.Set<QualityFinding>().Where(f => visible.Contains(f.SubjectId)), request, ct);
    }

    private static async Task<OneOf<FindingView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var key = new QualityFindingId(id);
        var view = await db.Set<QualityFinding>().Where(f => f.Id == key).Select(FindingView.FromFinding).SingleOrDefaultAsync(ct);
        if (view is null || !await db.SeesCustomer(view.CustomerId, ct)) throw new ResourceNotFound("quality-finding", id.ToString());
        // What was seen is written anew without a version, as long as it rests on the same and proposes the same.
        return request.Answer(Findings, view, view.Version, isCoveredByVersion: false);
    }

    private static async Task<Ok<CustomerReply>> Accept(Guid id, ICommandHandler<AcceptProposal, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new AcceptProposal(id), ct));

    private static async Task<Ok<FindingSaved>> Dismiss(Guid id, DismissFinding command, ICommandHandler<DismissFinding, FindingSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<FindingSaved>> Reopen(Guid id, ICommandHandler<ReopenFinding, FindingSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ReopenFinding(id), ct));

    private static async Task<OneOf<CustomerQualityView>> OfCustomer(Guid id, OneRequest request, CustomersDbContext db, CustomerQuality quality, CancellationToken ct)
    {
        var key = new CustomerId(id);
        var version = await db.Customers.Where(c => c.Id == key).Select(c => (int?)c.Version).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("customer", id.ToString());
        var score = await db.Set<QualityScore>().AsNoTracking().SingleOrDefaultAsync(s => s.SubjectId == id, ct) ?? throw new ResourceNotFound("customer-quality", id.ToString());
        var findings = await db.Set<QualityFinding>().Where(f => f.SubjectId == id).OrderBy(f => f.Check).Select(FindingView.FromFinding).ToListAsync(ct);
        var rules = await quality.Rules(ct);
        var broken = findings.Where(f => f.State == QualityFindingState.Open).Select(f => f.Check).ToHashSet();
        var applied = rules.Checks.Select(c => new AppliedRule(c.Code, c.Name, rules.IsOn(c.Code), rules.Of(c.Code).Weight, rules.IsOn(c.Code) && broken.Contains(c.Code)));
        return request.Answer(Findings, new CustomerQualityView(id, score.Score, score.CheckedAt, [.. applied], findings), version, isCoveredByVersion: false);
    }

    private static async Task<OneOf<CustomerQualityView>> Check(
        Guid id, OneRequest request, CustomersDbContext db, CustomerQuality quality, ICommandHandler<CheckCustomers, CustomersChecked> handler, CancellationToken ct)
    {
        if (!await db.SeesCustomer(id, ct)) throw new ResourceNotFound("customer", id.ToString());
        await handler.Handle(new CheckCustomers([id], []), ct);
        return await OfCustomer(id, request, db, quality, ct);
    }

    private static async Task<Ok<IReadOnlyList<QualityRuleView>>> Rules(CustomerQuality quality, CancellationToken ct)
    {
        var rules = await quality.Rules(ct);
        return TypedResults.Ok<IReadOnlyList<QualityRuleView>>([.. rules.Checks.Select(c => QualityRuleView.Of(c, rules))]);
    }

    private static async Task<OneOf<QualityRuleView>> Rule(string check, OneRequest request, CustomerQuality quality, CancellationToken ct)
    {
        var known = CustomerChecks.Find(check) ?? throw new ResourceNotFound("quality-rule", check);
        var view = QualityRuleView.Of(known, await quality.Rules(ct));
        return request.Answer("quality-rules", view, view.Version);
    }

    private static async Task<Ok<QualityRuleSaved>> Change(string check, ChangeQualityRule command, ICommandHandler<ChangeQualityRule, QualityRuleSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Check = check }, ct));

    private static async Task<AcceptedOperation> CheckAll(ICommandHandler<StartQualityCheck, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartQualityCheck(), ct));

    private static string Known(string dimension) =>
        CustomerQuality.Dimensions.Contains(dimension) ? dimension : throw new ResourceNotFound("quality-dimension", dimension);

    // Findings name a record by its plain id, whatever it is a record of.
    private static IQueryable<Guid> Visible(CustomersDbContext db) => db.Customers.Select(c => (Guid)(object)c.Id);
}
