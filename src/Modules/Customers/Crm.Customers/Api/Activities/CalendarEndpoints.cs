using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Activities;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Activities;

/// <summary>Activities by the clock: of a customer, of a person, and for calendar programs.</summary>
internal static class CalendarEndpoints
{
    private const string From = "from";
    private const string To = "to";

    private static readonly Phrase Instant = new("Give a time with its zone, such as 2026-03-02T08:00:00Z.", "请填写带时区的时间，例如 2026-03-02T08:00:00Z。");

    private static readonly ListSpec<Activity, ActivityRow> Calendar = ActivityEndpoints.Spec("startsAt").Parameter(From).Parameter(To);

    private static readonly ListSpec<CalendarFeed, CalendarFeedRow> Feeds = new ListSpec<CalendarFeed, CalendarFeedRow>("calendar-feeds")
        .Field("createdAt", f => f.CreatedAt)
        .DefaultSort("-createdAt")
        .Key(f => f.Id)
        .Select(f => new CalendarFeedRow(f.Id.Value, f.Label, f.Detail, f.CreatedAt, f.RevokedAt, f.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var calendars = routes.MapGroup("/").WithTags("Calendars");
        calendars.MapGet("/customers/{id:guid}/calendar", OfCustomer).WithList(Calendar).Requires(ActivityPermissions.Read)
            .WithSummary("What overlaps the time between from and to, with a customer and with all that were merged into it");
        calendars.MapGet("/people/{id:guid}/calendar", OfPerson).WithList(Calendar).Requires(ActivityPermissions.Read)
            .WithSummary("What a user owns or takes part in between from and to, as far as the caller may read it");
        calendars.MapGet("/customers/{id:guid}/icalendar", FileOfCustomer).Requires(ActivityPermissions.Read).WithSummary("The customer's calendar between from and to as a file (RFC 5545)");
        calendars.MapGet("/people/{id:guid}/icalendar", FileOfPerson).Requires(ActivityPermissions.Read).WithSummary("The user's calendar between from and to as a file (RFC 5545)");
        calendars.MapGet("/activities/{id:guid}/icalendar", OneEvent).Requires(ActivityPermissions.Read).WithSummary("An activity as a calendar file (RFC 5545)");
        var feeds = calendars.MapGroup("/calendar-feeds");
        feeds.MapGet("/", OwnFeeds).WithList(Feeds).Requires(ActivityPermissions.Read).WithSummary("The caller's own feeds");
        feeds.MapPost("/", Open).Requires(ActivityPermissions.Read).WithSummary("Open a feed; its address is shown this once");
        feeds.MapPost("/{id:guid}/revoke", Revoke).Requires(ActivityPermissions.Read);
        // For calendar programs, which cannot sign in: whoever has the key in the address reads the calendar until the feed is revoked.
        feeds.MapGet("/{id:guid}/calendar.ics", Feed).ExcludeFromDescription().AllowEverybody();
    }

    private static async Task<PageOf<ActivityRow>> OfCustomer(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        await Calendar.Page(Between(await db.SeenActivitiesWith(id, ct), request.Query), request, ct);

    private static Task<PageOf<ActivityRow>> OfPerson(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        Calendar.Page(Between(Of(db, id), request.Query), request, ct);

    private static IQueryable<Activity> Of(CustomersDbContext db, Guid person) =>
        db.SeenActivities.Where(a => a.OwnerId == person || a.Participants.Any(p => p.UserId == person));

    private static async Task<FileContentHttpResult> FileOfCustomer(Guid id, HttpRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct) =>
        await File(Between(await db.SeenActivitiesWith(id, ct), request.Query), $"customer-{id:N}.ics", caller, ct);

    private static Task<FileContentHttpResult> FileOfPerson(Guid id, HttpRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct) =>
        File(Between(Of(db, id), request.Query), $"calendar-{id:N}.ics", caller, ct);

    private static async Task<FileContentHttpResult> File(IQueryable<Activity> activities, string name, CallerContext caller, CancellationToken ct)
    {
        var all = await activities.AsNoTracking().Where(a => a.Subject != "").OrderByDescending(a => a.StartsAt).ThenBy(a => a.Id).Take(ActivityCalendars.MostEvents).AsSplitQuery()
            .ToListAsync(ct);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(ICalendarText.Write(all.AsEnumerable().Reverse(), ActivityMasks.DetailFor(caller.Caller), caller.Language, withDescription: false)),
            ICalendarText.ContentType, name);
    }

    private static IQueryable<Activity> Between(IQueryable<Activity> activities, IQueryCollection request)
    {
        if (At(request, From) is { } from)
        {
            var earliest = from - Activity.Longest;
            activities = activities.Where(a => a.StartsAt >= earliest && a.EndsAt >= from);
        }

        if (At(request, To) is { } to) activities = activities.Where(a => a.StartsAt < to);
        return activities;
    }

    private static DateTimeOffset? At(IQueryCollection query, string parameter)
    {
        if (!query.TryGetValue(parameter, out var values)) return null;
        // A time without a zone would be that of the machine.
        return values.Count == 1 && Instants.TryParse(values[0] ?? "", out var at) && at.Year is > 1900 and < 2200 ? at : throw new InvalidInput(parameter, Instant);
    }

    private static async Task<FileContentHttpResult> OneEvent(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var activity = await ActivityEndpoints.Find(db, id, ct);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(ICalendarText.Write([activity], ActivityMasks.DetailFor(caller.Caller), caller.Language, withDescription: !ActivityMasks.Hides(caller.Caller, "description"))),
            ICalendarText.ContentType, $"activity-{id:N}.ics");
    }

    private static Task<PageOf<CalendarFeedRow>> OwnFeeds(ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var person = request.Caller.PersonId;
        return Feeds.Page(db.Set<CalendarFeed>().Where(f => f.PersonId == person), request, ct);
    }

    private static async Task<Created<NewCalendarFeed>> Open(
        OpenCalendarFeed command, ICommandHandler<OpenCalendarFeed, CalendarFeedOpened> handler, CommandContext context, CancellationToken ct)
    {
        var secret = FeedSecret.New();
        var opened = await handler.Handle(command with { Secret = secret }, ct);
        var address = context.WasReplayed ? null : $"/api/v1/customers/calendar-feeds/{opened.Id}/calendar.ics?key={FeedSecret.Format(secret)}";
        return TypedResults.Created($"/api/v1/customers/calendar-feeds", new NewCalendarFeed(opened.Id, address, opened.Version));
    }

    private static async Task<Ok<CalendarFeedOpened>> Revoke(Guid id, ICommandHandler<RevokeCalendarFeed, CalendarFeedOpened> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RevokeCalendarFeed(id), ct));

    private static async Task<FileContentHttpResult> Feed(
        Guid id, string? key, HttpContext http, ActivityCalendars calendars, FailedSignIns failures, CancellationToken ct)
    {
        if (await calendars.Feed(id, key, ct) is not { } calendar)
            throw (Refusal?)failures.Record(http.Connection.RemoteIpAddress) ?? new ResourceNotFound("calendar-feed", id.ToString());
        // Nobody between the host and the calendar program keeps a copy, and no page that is opened from it learns the address.
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.File(Encoding.UTF8.GetBytes(calendar), ICalendarText.ContentType);
    }
}

/// <param name="RevokedAt">From then on nobody reads by it.</param>
internal sealed record CalendarFeedRow(Guid Id, string Label, FeedDetail Detail, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, int Version);

/// <param name="Address">On this host, shown this once: the key in it is kept nowhere. Null when a repeated request is answered again.</param>
internal sealed record NewCalendarFeed(Guid Id, string? Address, int Version);
