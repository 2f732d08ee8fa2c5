using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Forecasts;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Forecasts;

internal static class ForecastEndpoints
{
    private const int MostMonths = 36;

    private static readonly Phrase NotAMonth = new("The first day of a month between 1900 and 2200 is expected.", "应为 1900 至 2200 年间某月的第一天。");
    private static readonly Phrase PersonOrUnit = new("'person' or 'unit' is expected.", "应为 person 或 unit。");
    private static readonly Phrase TooLong = new("At most {0} months, the last not before the first.", "最多 {0} 个月，且结束月份不得早于开始月份。");

    private static readonly ListSpec<ForecastSubmission, ForecastRow> List = new ListSpec<ForecastSubmission, ForecastRow>("forecasts")
        .Field("period", s => s.Period)
        .Field("submittedAt", s => s.SubmittedAt)
        .Field("personId", s => s.OwnerId, sortable: false)
        .Field("unitId", s => s.UnitId, sortable: false)
        .Field("currency", s => s.Currency, sortable: false)
        .DefaultSort("-submittedAt")
        .Key(s => s.Id)
        .Select(ForecastRow.FromSubmission);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var forecasts = routes.MapGroup("/forecasts").WithTags("Forecasts");
        forecasts.MapGet("/", Search).WithList(List).Requires(ForecastPermissions.Read);
        forecasts.MapPost("/", Submit).WithSummary("Say what a month will bring").Requires(ForecastPermissions.Write);
        forecasts.MapGet("/present", Present).WithSummary("What opportunities say of a month now").Requires(ForecastPermissions.Read);
        forecasts.MapGet("/accuracy", Accuracy).WithSummary("How far forecasts were from what came").Requires(ForecastPermissions.Read);
        forecasts.MapGet("/{id:guid}", Get).Requires(ForecastPermissions.Read);
        forecasts.MapPost("/{id:guid}/adjustments", Adjust).WithSummary("Add to a forecast, or take from it").Requires(ForecastPermissions.Approve);
    }

    internal static async Task<Ok<ForecastView>> Get(Guid id, PlanningDbContext db, CancellationToken ct)
    {
        var key = new ForecastSubmissionId(id);
        var submission = await db.ForecastSubmissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct)
            ?? throw new ResourceNotFound("forecast-submission", id.ToString());
        var adjustments = await db.ForecastAdjustments.AsNoTracking().Where(a => a.SubmissionId == key).ToListAsync(ct);
        return TypedResults.Ok(ForecastView.Of(submission, [.. adjustments.OrderBy(a => a.At).ThenBy(a => a.Id.Value)]));
    }

    /// <summary>By person, or by unit with <c>by=unit</c>; what the caller does not reach is not in it.</summary>
    internal static async Task<Ok<PresentView>> Present(DateOnly period, string? by, PlanningDbContext db, CancellationToken ct)
    {
        if (by is not (null or "person" or "unit")) throw new InvalidInput("by", PersonOrUnit);
        RequireMonth(period, "period");
        return TypedResults.Ok(new PresentView(period, [.. (await db.PipelineBy(by == "unit", period, ct)).Select(PresentRow.Of)]));
    }

    internal static async Task<Ok<AccuracyView>> Accuracy(DateOnly from, DateOnly to, PlanningDbContext db, CompanyDay days, CancellationToken ct)
    {
        RequireMonth(from, "from");
        RequireMonth(to, "to");
        if (Months.Count(from, to) is < 1 or > MostMonths) throw new InvalidInput("to", TooLong, MostMonths);
        return TypedResults.Ok(await db.Accuracy(from, to, await days.Today(ct), ct));
    }

    private static Task<PageOf<ForecastRow>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) =>
        List.Page(db.ForecastSubmissions, request, ct);

    private static async Task<Created<ForecastReply>> Submit(
        SubmitForecast command, ICommandHandler<SubmitForecast, ForecastReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/forecasts/{reply.Id}", reply);
    }

    private static async Task<Created<AdjustmentReply>> Adjust(
        Guid id, AdjustmentInput body, ICommandHandler<AdjustForecast, AdjustmentReply> handler, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/planning/forecasts/{id}", await handler.Handle(new AdjustForecast(id, body), ct));

    private static void RequireMonth(DateOnly month, string parameter)
    {
        if (!Months.IsMonth(month) || month.Year is < 1900 or > 2200) throw new InvalidInput(parameter, NotAMonth);
    }
}
