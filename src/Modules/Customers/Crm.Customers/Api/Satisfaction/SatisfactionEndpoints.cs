using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Satisfaction;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Satisfaction;

/// <summary>Answers to surveys, and how satisfied a customer is, explained.</summary>
internal static class SatisfactionEndpoints
{
    private static readonly ListSpec<SurveyAnswer, SurveyAnswerRow> List = new ListSpec<SurveyAnswer, SurveyAnswerRow>("survey-answers")
        .Field("answeredAt", a => a.AnsweredAt)
        .Field("kind", a => a.Kind, sortable: false)
        .Field("value", a => a.Value, sortable: false)
        .Field("source", a => a.Source, sortable: false)
        .Field("customerId", a => a.CustomerId, sortable: false)
        .Field("orderId", a => a.OrderId, sortable: false)
        .Field("caseId", a => a.CaseId, sortable: false)
        .DefaultSort("-answeredAt")
        .Key(a => a.Id)
        .Select(a => new SurveyAnswerRow(a.Id.Value, a.CustomerId.Value, a.Kind, a.Value, a.Source, a.AnsweredAt, a.OrderId, a.CaseId, a.Comment));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("/survey-answers").WithTags("Satisfaction");
        answers.MapGet("/", Search).WithList(List).Requires(SatisfactionPermissions.Read);
        answers.MapGet("/results", SurveyResults.Get).Requires(SatisfactionPermissions.Read)
            .WithSummary("Net promoter score and satisfaction over time, of all customers that the caller sees: by month, quarter or year");
        answers.MapPost("/", Record).Requires(SatisfactionPermissions.Write);
        routes.MapGet("/customers/{id:guid}/satisfaction", Of).WithTags("Satisfaction").Requires(SatisfactionPermissions.Read)
            .WithSummary("How satisfied a customer is, from 0 to 100, with all that it is made of");
    }

    private static Task<PageOf<SurveyAnswerRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var customers = db.SeenCustomers;
        return List.Page(db.Set<SurveyAnswer>().Where(a => customers.Contains(a.CustomerId)), request, ct);
    }

    private static async Task<Created<SurveyAnswerSaved>> Record(
        RecordSurveyAnswer command, ICommandHandler<RecordSurveyAnswer, SurveyAnswerSaved> handler, CancellationToken ct) =>
        TypedResults.Created("/api/v1/customers/survey-answers", await handler.Handle(command, ct));

    private static async Task<Ok<SatisfactionView>> Of(
        Guid id, DateTimeOffset? asOf, CustomersDbContext db, CustomerSatisfaction satisfaction, TimeProvider time, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        var at = asOf?.ToUniversalTime() ?? time.GetUtcNow();
        var (score, halfLife) = await satisfaction.Of(family, at, ct);
        return TypedResults.Ok(new SatisfactionView(id, at, score.Score, halfLife, SatisfactionView.Formula, score.Parts));
    }
}

internal sealed record SurveyAnswerRow(
    Guid Id, Guid CustomerId, SurveyKind Kind, int Value, string Source, DateTimeOffset AnsweredAt, Guid? OrderId, Guid? CaseId, string? Comment);

/// <param name="Score">From 0 to 100, one decimal; null where nothing is known.</param>
/// <param name="HalfLifeDays">After which a signal counts half.</param>
/// <param name="HowItIsCounted">In words.</param>
internal sealed record SatisfactionView(Guid CustomerId, DateTimeOffset AsOf, decimal? Score, long HalfLifeDays, Phrase HowItIsCounted, IReadOnlyList<SatisfactionPart> Parts)
{
    public static readonly Phrase Formula = new(
        "A signal counts 0.5^(age/half-life). A part's mean is that of its signals so counted, its effective weight the set one times what its signals count together, at most once. The score is the mean of the parts by effective weight. Ratings from 1 to 5 are spread over 0 to 100, recommendations from 0 to 10 times ten; a case counts 100 solved in time, 50 late, 20 unsolved, less 25 for each time it was opened again. Of reviews, published ones count.",
        "每个信号的计数为 0.5^(天数/半衰期)。各部分的均值按此计数加权，其有效权重为设定权重乘以信号计数之和（最多为一）。得分为各部分按有效权重的均值。1 到 5 的评分换算到 0 到 100，0 到 10 的推荐意愿乘以十；工单按时解决计 100，超时计 50，未解决计 20，每次重新打开减 25。评价仅计已发布的。");
}
