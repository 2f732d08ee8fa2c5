using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Api;

internal static class ScheduleEndpoints
{
    private const string Resource = "schedules";

    private static readonly ListSpec<ReportSchedule, ScheduleRow> List = new ListSpec<ReportSchedule, ScheduleRow>(Resource)
        .Field("name", s => s.Name)
        .Field("isActive", s => s.IsActive, sortable: false)
        .Field("ownerId", s => s.OwnerId)
        .Field("unitId", s => s.UnitId)
        .DefaultSort("name")
        .Key(s => s.Id)
        .SearchIn("name")
        .Select(ScheduleRow.FromSchedule);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var schedules = routes.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("/", Search).WithList(List).Requires(ReportingPermissions.ReadSchedules);
        schedules.MapGet("/{id:guid}", Get).Requires(ReportingPermissions.ReadSchedules);
        schedules.MapPost("/", Make).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapPut("/{id:guid}", Change).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapPatch("/{id:guid}", Patch).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapDelete("/{id:guid}", Delete).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapPost("/{id:guid}/pause", Pause).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapPost("/{id:guid}/resume", Resume).Requires(ReportingPermissions.WriteSchedules);
        schedules.MapPost("/{id:guid}/run-now", RunNow).WithSummary("Sends the report to everybody who subscribed, within a minute").Requires(ReportingPermissions.WriteSchedules);
        schedules.MapGet("/{id:guid}/preview", Preview).WithSummary("The report as the caller would get it now").Requires(ReportingPermissions.ReadSchedules);
    }

    private static Task<PageOf<ScheduleRow>> Search(ListRequest request, ReportingDbContext db, CancellationToken ct) => List.Page(db.Schedules, request, ct);

    private static async Task<OneOf<ScheduleView>> Get(Guid id, OneRequest request, ReportingDbContext db, TimeProvider time, CancellationToken ct)
    {
        var schedule = await Find(db, id, ct);
        var subscriptions = await db.Subscriptions.AsNoTracking().Where(s => s.ScheduleId == schedule.Id && s.EndedAt == null).OrderBy(s => s.UserId).ToListAsync(ct);
        // Who subscribed and when it is due next change without the schedule.
        return request.Answer(Resource, ScheduleView.Of(schedule, subscriptions, time.GetUtcNow()), schedule.Version, isCoveredByVersion: false);
    }

    private static async Task<Created<ScheduleReply>> Make(MakeSchedule command, ICommandHandler<MakeSchedule, ScheduleReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/reporting/schedules/{reply.Id}", reply);
    }

    private static async Task<Ok<ScheduleReply>> Change(
        Guid id, ScheduleInput schedule, ICommandHandler<ChangeSchedule, ScheduleReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeSchedule(id, schedule), ct));

    private static async Task<Ok<ScheduleReply>> Patch(
        Guid id, MergePatch patch, ReportingDbContext db, ICommandHandler<ChangeSchedule, ScheduleReply> handler, CancellationToken ct)
    {
        var input = patch.Apply(ScheduleView.InputOf(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeSchedule(id, input), ct));
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteSchedule, ScheduleReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteSchedule(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ScheduleReply>> Pause(Guid id, ICommandHandler<PauseSchedule, ScheduleReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PauseSchedule(id), ct));

    private static async Task<Ok<ScheduleReply>> Resume(Guid id, ICommandHandler<ResumeSchedule, ScheduleReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ResumeSchedule(id), ct));

    private static async Task<Accepted<PlannedRun>> RunNow(Guid id, ICommandHandler<PlanRun, PlannedRun> handler, TimeProvider time, CancellationToken ct) =>
        TypedResults.Accepted($"/api/v1/reporting/schedules/{id}/deliveries", await handler.Handle(new PlanRun(id, time.GetUtcNow(), RunKind.Manual), ct));

    private static async Task<IResult> Preview(
        Guid id, string? format, HttpRequest http, ReportingDbContext db, ReportsOfCallers reports, CallerContext caller, ISettings settings,
        TimeProvider time, CancellationToken ct)
    {
        var wanted = ReportFormats.Of(format, http);
        var report = await reports.Read(await Find(db, id, ct), caller.Caller, time.GetUtcNow(), ct);
        return await ReportFormats.Answer(report, wanted, caller, settings, time.GetUtcNow(), ct);
    }

    internal static async Task<ReportSchedule> Find(ReportingDbContext db, Guid id, CancellationToken ct)
    {
        var key = new ScheduleId(id);
        return await db.Schedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct) ?? throw new ResourceNotFound("report-schedule", id.ToString());
    }
}
