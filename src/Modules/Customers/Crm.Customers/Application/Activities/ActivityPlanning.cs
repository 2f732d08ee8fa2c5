using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <param name="Id">The activity.</param>
/// <param name="CustomerId">Whose it is: the one that was named, or the one that this one was merged into.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
/// <param name="NextId">The next activity that was planned with it.</param>
/// <param name="Overlaps">What its people have to do at the same time: a warning, nothing is refused because of it.</param>
internal sealed record ActivitySaved(Guid Id, Guid CustomerId, ActivityStatus Status, int Version, Guid? NextId, IReadOnlyList<ActivityOverlap> Overlaps)
{
    public static ActivitySaved Of(Activity activity, IReadOnlyList<ActivityOverlap>? overlaps = null) =>
        new(activity.Key, activity.CustomerId.Value, activity.Status, activity.Version, activity.NextId?.Value, overlaps ?? []);
}

/// <param name="ActivityId">The other one.</param>
/// <param name="PersonIds">Who cannot be at both.</param>
internal sealed record ActivityOverlap(Guid ActivityId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<Guid> PersonIds);

/// <summary>What planning an activity asks of the rest: whether its people exist, and what else they have to do.</summary>
internal sealed class ActivityPlanning(CustomersDbContext db, CallerContext caller, KnownOwners owners, TimeProvider time)
{
    private const int MostOverlaps = 20;

    public async Task<Activity> Plan(CustomerId customer, ActivityInput input, CancellationToken ct)
    {
        var owner = input.OwnerId ?? caller.Caller.PersonId;
        await RequireKnown(customer, input, owner, present: null, ct);
        var activity = Activity.Plan(customer, input.Kind, input.ToFacts(), input.When(caller.Caller), owner, input.UnitId ?? caller.Caller.UnitId, time.GetUtcNow());
        db.Set<Activity>().Add(activity);
        return activity;
    }

    /// <summary>Whoever takes part anew must be there; who left since stays named.</summary>
    public async Task RequireKnown(CustomerId customer, ActivityFactsInput input, Guid? owner, Activity? present, CancellationToken ct)
    {
        var contacts = input.Participants.Select(p => p.ContactId).Append(input.ContactId).OfType<Guid>()
            .Except(present?.Participants.Select(p => p.ContactId).Append(present.ContactId).OfType<Guid>() ?? []).ToList();
        await db.RequireContacts(customer, contacts, ct);
        await RequireLinks(customer, input, present, ct);
        await owners.RequirePeople(input.Participants.Select(p => p.UserId).Append(owner).OfType<Guid>().Except(present?.People ?? []), ct);
        await owners.Require(owner: null, input.UnitId, ct, (null, present?.UnitId));
    }

    /// <summary>What it is about is the same customer's. Of an order nothing may have been heard yet.</summary>
    private async Task RequireLinks(CustomerId customer, ActivityFactsInput input, Activity? present, CancellationToken ct)
    {
        if ((input.OpportunityId ?? input.CaseId ?? input.OrderId) is null) return;
        var family = await db.FamilyOf(customer.Value, ct);
        if (input.OpportunityId is { } opportunity && opportunity != present?.OpportunityId)
        {
            var key = new OpportunityId(opportunity);
            if (!await db.Opportunities.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(o => o.Id == key && family.Contains(o.CustomerId), ct))
                throw ActivityRules.LinkUnknown.Broken("opportunity", opportunity);
        }

        if (input.CaseId is { } about && about != present?.CaseId)
        {
            var key = new ServiceCaseId(about);
            if (!await db.Set<ServiceCase>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(c => c.Id == key && family.Contains(c.CustomerId), ct))
                throw ActivityRules.LinkUnknown.Broken("case", about);
        }

        if (input.OrderId is { } order && order != present?.OrderId && await db.Set<OrderAccount>().AnyAsync(o => o.OrderId == order && !family.Contains(o.CustomerId), ct))
            throw ActivityRules.LinkUnknown.Broken("order", order);
    }

    public async Task<IReadOnlyList<ActivityOverlap>> OverlapsOf(Activity activity, CancellationToken ct)
    {
        var people = activity.People.ToList();
        if (!activity.IsBusy || !activity.IsOpen || people.Count == 0) return [];
        var (self, from, to) = (activity.Id, activity.StartsAt, activity.EndsAt);
        var earliest = from - Activity.Longest;
        // Also what the caller may not read: only that somebody is busy is told of it.
        var others = await db.Set<Activity>().AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(a => a.Id != self && a.StartsAt < to && a.StartsAt > earliest && a.EndsAt > from
                && (a.Status == ActivityStatus.Planned || a.Status == ActivityStatus.InProgress)
                && (a.Kind == ActivityKind.Visit || a.Kind == ActivityKind.Call || a.Kind == ActivityKind.Meeting)
                && ((a.OwnerId != null && people.Contains(a.OwnerId.Value)) || a.Participants.Any(p => p.UserId != null && people.Contains(p.UserId.Value))))
            .OrderBy(a => a.StartsAt).ThenBy(a => a.Id).Take(MostOverlaps).AsSplitQuery().ToListAsync(ct);
        return [.. others.Select(a => new ActivityOverlap(a.Key, a.StartsAt, a.EndsAt, [.. a.People.Intersect(people)]))];
    }
}
