using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Evaluations;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Evaluations;

/// <summary>Score cards, and what customers were found to be by them.</summary>
internal static class EvaluationEndpoints
{
    private static readonly ListSpec<ScoreCard, ScoreCardRow> Cards = new ListSpec<ScoreCard, ScoreCardRow>("score-cards")
        .Field("publishedAt", c => c.PublishedAt)
        .Field("code", c => c.Code)
        .Field("number", c => c.Number, sortable: false)
        .DefaultSort("-publishedAt")
        .Key(c => c.Id)
        .Select(c => new ScoreCardRow(c.Id.Value, c.Code, c.Number, new Phrase(c.English, c.Chinese), c.Criteria, c.Scale, c.Grades, c.ValidDays, c.PublishedAt));

    private static readonly ListSpec<Evaluation, EvaluationRow> List = new ListSpec<Evaluation, EvaluationRow>("evaluations")
        .Field("evaluatedAt", e => e.EvaluatedAt)
        .Field("cardCode", e => e.CardCode, sortable: false)
        .Field("grade", e => e.Grade, sortable: false)
        .Field("score", e => e.Score, sortable: false)
        .Field("validUntil", e => e.ValidUntil, sortable: false)
        .DefaultSort("-evaluatedAt")
        .Key(e => e.Id)
        .Select(e => new EvaluationRow(
            e.Id.Value, e.CustomerId.Value, e.CardCode, e.CardNumber, e.Points, e.Score, e.Grade, e.ValidUntil, e.EvaluatedAt, e.EvaluatedById, e.Comment));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/score-cards", (ListRequest request, CustomersDbContext db, CancellationToken ct) => Cards.Page(db.Set<ScoreCard>(), request, ct))
            .WithTags("Evaluations").WithList(Cards).Requires(EvaluationPermissions.Read).WithSummary("All versions; the highest number of a code is the one in use");
        var customer = routes.MapGroup("/customers/{id:guid}").WithTags("Evaluations");
        customer.MapGet("/evaluations", Search).WithList(List).Requires(EvaluationPermissions.Read);
        customer.MapPost("/evaluations", Evaluate).Requires(EvaluationPermissions.Write);
        customer.MapGet("/grade", Grade).Requires(EvaluationPermissions.Read).WithSummary("The grade of the last evaluation, and whether it still holds");
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/score-cards/{code}/publish", Publish).WithTags("Evaluations").Requires(EvaluationPermissions.Configure)
            .WithSummary("Publish a score card, or the next version of one");

    private static async Task<PageOf<EvaluationRow>> Search(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await List.Page(db.Set<Evaluation>().Where(e => family.Contains(e.CustomerId)), request, ct);
    }

    private static async Task<Created<CustomerEvaluated>> Evaluate(
        Guid id, EvaluateCustomer command, ICommandHandler<EvaluateCustomer, CustomerEvaluated> handler, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/customers/customers/{id}/evaluations", await handler.Handle(command with { CustomerId = id }, ct));

    private static async Task<Ok<GradeView>> Grade(Guid id, CustomersDbContext db, CompanyDay days, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        var found = await db.Customers.Where(c => family.Contains(c.Id)).Select(c => new { c.Grade, c.GradeValidUntil }).SingleAsync(ct);
        var today = await days.Today(ct);
        return TypedResults.Ok(new GradeView(id, found.Grade, found.GradeValidUntil, found.GradeValidUntil < today, today));
    }

    private static async Task<Ok<ScoreCardPublished>> Publish(
        string code, PublishScoreCard command, ICommandHandler<PublishScoreCard, ScoreCardPublished> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Code = code }, ct));
}

internal sealed record ScoreCardRow(
    Guid Id, string Code, int Number, Phrase Name, IReadOnlyList<Criterion> Criteria, int Scale, IReadOnlyList<GradeBound> Grades, int ValidDays, DateTimeOffset PublishedAt);

/// <param name="CardNumber">Version of the card.</param>
/// <param name="Score">From 0 to 100.</param>
/// <param name="ValidUntil">The last business day on which it holds.</param>
internal sealed record EvaluationRow(
    Guid Id, Guid CustomerId, string CardCode, int CardNumber, IReadOnlyList<CriterionPoints> Points, decimal Score, string Grade, DateOnly ValidUntil, DateTimeOffset EvaluatedAt,
    Guid EvaluatedById, string? Comment);

/// <param name="Grade">Null for a customer that was never evaluated.</param>
/// <param name="IsExpired">It no longer holds.</param>
/// <param name="AsOf">Business day of the company.</param>
internal sealed record GradeView(Guid CustomerId, string? Grade, DateOnly? ValidUntil, bool IsExpired, DateOnly AsOf);
