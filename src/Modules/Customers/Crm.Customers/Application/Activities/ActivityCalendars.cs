using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>What is read by the secret address of a feed: no caller is known there but the person whose feed it is.</summary>
internal sealed class ActivityCalendars(CustomersDbContext db, ICallers callers, TimeProvider time)
{
    public const int MostEvents = 2000;

    private const int MostPast = 500;

    private static readonly TimeSpan Back = TimeSpan.FromDays(60);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    /// <summary>The calendar from 60 days ago to 400 ahead; null where the address does not say who may read, whatever the reason.</summary>
    public async Task<string?> Feed(Guid id, string? secret, CancellationToken ct)
    {
        var key = new CalendarFeedId(id);
        var feed = await db.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == key, ct);
        if (feed is null || !FeedSecret.Fits(secret, feed.SecretHash) || feed.RevokedAt is not null) return null;
        // With what the person may do now: who has left, or may no longer see activities, is told nothing.
        var person = await callers.OfUser(feed.PersonId, ct);
        return person is null || person.ScopeOf(ActivityPermissions.Read.Name) == RowScope.None ? null : await Of(feed, ActivityMasks.DetailFor(person, feed.Detail), person.PreferredLanguage ?? Language.English, ct);
    }

    private async Task<string> Of(CalendarFeed feed, FeedDetail detail, Language language, CancellationToken ct)
    {
        var (person, now) = (feed.PersonId, time.GetUtcNow());
        var (from, to) = (now - Back, now + Ahead);
        var own = db.Set<Activity>().AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(a => a.StartsAt >= from && a.StartsAt < to && a.Subject != "" && (a.OwnerId == person || a.Participants.Any(p => p.UserId == person))).AsSplitQuery();
        // Of more than anybody can look at, what is nearest stays.
        var past = await own.Where(a => a.StartsAt < now).OrderByDescending(a => a.StartsAt).ThenBy(a => a.Id).Take(MostPast).ToListAsync(ct);
        var ahead = await own.Where(a => a.StartsAt >= now).OrderBy(a => a.StartsAt).ThenBy(a => a.Id).Take(MostEvents - MostPast).ToListAsync(ct);
        return ICalendarText.Write(past.AsEnumerable().Reverse().Concat(ahead).Where(a => a.IsBusy || detail == FeedDetail.Full), detail, language, withDescription: false);
    }
}

/// <summary>What a calendar file may say to a reader from whom fields of activities are hidden.</summary>
internal static class ActivityMasks
{
    public static FeedDetail DetailFor(Caller reader, FeedDetail wanted = FeedDetail.Full) => Hides(reader, "subject") || Hides(reader, "place") ? FeedDetail.BusyOnly : wanted;

    public static bool Hides(Caller reader, string field) => MaskedText.IsHidden(reader, $"{ActivityFactsInput.Resource}.{field}");
}
