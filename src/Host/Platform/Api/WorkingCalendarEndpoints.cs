using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

internal static class WorkingCalendarEndpoints
{
    private const string Resource = "working-calendars";

    private static readonly ListSpec<WorkingCalendar, WorkingCalendarRow> Spec = new ListSpec<WorkingCalendar, WorkingCalendarRow>(Resource)
        .Key(c => c.Id)
        .Field("code", c => c.Code)
        .Field("isDefault", c => c.IsDefault, sortable: false)
        .DefaultSort("code")
        .Select(c => new WorkingCalendarRow(c.Id.Value, c.Code, c.Name, c.TimeZone, c.IsDefault, c.Version));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var calendars = admin.MapGroup("/working-calendars").WithTags("Working calendars");
        calendars.MapGet("/", List).Requires(PlatformPermissions.ReadSettings).WithMetadata(Spec.Describe());
        calendars.MapGet("/{id:guid}", Get).Requires(PlatformPermissions.ReadSettings);
        calendars.MapPost("/", Add).Requires(PlatformPermissions.ManageSettings);
        calendars.MapPut("/{id:guid}", Change).Requires(PlatformPermissions.ManageSettings);
        calendars.MapDelete("/{id:guid}", Remove).Requires(PlatformPermissions.ManageSettings)
            .WithSummary("Take a working calendar away; whoever had chosen it counts in the default one");
        calendars.MapHistory<PlatformDbContext, WorkingCalendar>(PlatformPermissions.ReadSettings, One);
    }

    private static Task<PageOf<WorkingCalendarRow>> List(PlatformDbContext db, ListRequest request, CancellationToken ct) => Spec.Page(db.Set<WorkingCalendar>(), request, ct);

    private static async Task<OneOf<WorkingCalendarDetails>> Get(Guid id, PlatformDbContext db, OneRequest request, CancellationToken ct)
    {
        var calendar = await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("working-calendar", id.ToString());
        var details = new WorkingCalendarDetails(id, calendar.Code, calendar.Name, calendar.TimeZone, calendar.Hours, calendar.Holidays, calendar.IsDefault, calendar.Version);
        return request.Answer(Resource, details, calendar.Version);
    }

    private static IQueryable<WorkingCalendar> One(PlatformDbContext db, Guid id)
    {
        var key = new WorkingCalendarId(id);
        return db.Set<WorkingCalendar>().Where(c => c.Id == key);
    }

    private static async Task<NoContent> Remove(Guid id, ICommandHandler<RemoveWorkingCalendar, WorkingCalendarReply> handler, CancellationToken ct)
    {
        await handler.Handle(new RemoveWorkingCalendar(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Created<WorkingCalendarReply>> Add(
        AddWorkingCalendar command, ICommandHandler<AddWorkingCalendar, WorkingCalendarReply> handler, CancellationToken ct)
    {
        var added = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/working-calendars/{added.Id}", added);
    }

    private static Task<WorkingCalendarReply> Change(
        Guid id, ChangeWorkingCalendar command, ICommandHandler<ChangeWorkingCalendar, WorkingCalendarReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Id = id }, ct);
}

internal sealed record WorkingCalendarRow(Guid Id, string Code, string Name, string TimeZone, bool IsDefault, int Version);

internal sealed record WorkingCalendarDetails(
    Guid Id, string Code, string Name, string TimeZone, IReadOnlyList<WorkingHours> Hours, IReadOnlyList<DateOnly> Holidays, bool IsDefault, int Version);
