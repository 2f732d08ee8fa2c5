using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

public abstract partial class CustomersDbContext
{
    /// <summary>As in the permission to read customers, which may reach other rows than the permission in force.</summary>
    private const string ReadCustomers = "customers.customers.read";

    /// <summary>Those that the caller sees by the permission in force, and all that lead to them: whoever sees the survivor sees what hangs on the others.</summary>
    internal IQueryable<CustomerId> SeenCustomers => LedToThoseWithin(ReachesAll ? RowScope.All : ReachesOwn ? RowScope.Own : RowScope.None, ReachedUnits);

    /// <summary>As <see cref="SeenCustomers"/>, of the customers that the caller may read as such, whatever is asked for now.</summary>
    internal IQueryable<CustomerId> LedToReadable
    {
        get
        {
            var (scope, units) = ReachOf(ReadCustomers);
            return LedToThoseWithin(scope, units);
        }
    }

    /// <summary>Customers that the caller may read as such, with those that lead to them. It lifts the scope of the whole query that it stands in.</summary>
    internal IQueryable<Customer> ReadableCustomers
    {
        get
        {
            var readable = LedToReadable;
            return Customers.IgnoreQueryFilters([ScopeFilter, MergedFilter]).Where(c => readable.Contains(c.Id));
        }
    }

    /// <summary>
    /// Activities that the caller may read: those within the scope, those the caller takes part in, and those with customers within the scope.
    /// To change one it must be within the scope itself.
    /// </summary>
    internal IQueryable<Activity> SeenActivities
    {
        get
        {
            var activities = Set<Activity>().IgnoreQueryFilters([ScopeFilter]);
            if (ReachesAll) return activities;
            var (caller, units, customers) = (CallerId, ReachedUnits, LedToReadable);
            return ReachesOwn
                ? activities.Where(a => a.OwnerId == caller
                    || (a.UnitId != null && EF.Parameter(units).Contains(a.UnitId.Value))
                    || a.Participants.Any(p => p.UserId == caller)
                    || customers.Contains(a.CustomerId))
                : activities.Where(a => false);
        }
    }

    /// <summary>Cases that the caller may read: those within the scope, and those of customers within the scope.</summary>
    internal IQueryable<ServiceCase> SeenCases
    {
        get
        {
            var cases = Set<ServiceCase>().IgnoreQueryFilters([ScopeFilter]);
            if (ReachesAll) return cases;
            var (caller, units, customers) = (CallerId, ReachedUnits, LedToReadable);
            return ReachesOwn
                ? cases.Where(s => s.OwnerId == caller
                    || (s.UnitId != null && EF.Parameter(units).Contains(s.UnitId.Value))
                    || customers.Contains(s.CustomerId))
                : cases.Where(s => false);
        }
    }

    /// <summary>Activities with a customer and with all that were merged into it.</summary>
    internal async Task<IQueryable<Activity>> SeenActivitiesWith(Guid customer, CancellationToken ct)
    {
        var family = await SeenFamilyOf(customer, ct);
        return SeenActivities.Where(a => family.Contains(a.CustomerId));
    }

    /// <inheritdoc cref="SeenActivitiesWith"/>
    internal async Task<IQueryable<ServiceCase>> SeenCasesOf(Guid customer, CancellationToken ct)
    {
        var family = await SeenFamilyOf(customer, ct);
        return SeenCases.Where(c => family.Contains(c.CustomerId));
    }

    /// <summary>For what hangs on a customer and has no owner of its own.</summary>
    /// <exception cref="ResourceNotFound">The caller does not see the customer.</exception>
    internal async Task RequireSeen(CustomerId customer, string kind, Guid id, CancellationToken ct)
    {
        var family = await this.FamilyOf(customer.Value, ct);
        if (!await Customers.AnyAsync(c => family.Contains(c.Id), ct)) throw new ResourceNotFound(kind, id.ToString());
    }

    /// <summary>The customer that this one is or leads to, and all that were merged into it.</summary>
    /// <exception cref="ResourceNotFound">The caller does not see the one that all lead to.</exception>
    internal async Task<IReadOnlyList<CustomerId>> SeenFamilyOf(Guid customer, CancellationToken ct)
    {
        var family = await this.FamilyOf(customer, ct);
        if (!await Customers.AnyAsync(c => family.Contains(c.Id), ct)) throw new ResourceNotFound("customer", customer.ToString());
        return family;
    }

    /// <summary>Whether the caller may read a customer of this owner and unit as such.</summary>
    internal bool MayRead(Guid? ownerId, Guid? unitId) => Reaches(ReadCustomers, ownerId, unitId);

    /// <summary>
    /// What was done with customers, whoever sees it: when a customer was last in touch is the greatest
    /// <see cref="Activity.HappenedAt"/> of its family here, and none when there is none.
    /// </summary>
    internal IQueryable<Activity> HeldActivities => Set<Activity>().IgnoreQueryFilters([ScopeFilter]).Where(a => a.HappenedAt != null);

    private IQueryable<CustomerId> LedToThoseWithin(RowScope scope, IReadOnlyList<Guid> units)
    {
        var (led, caller) = (LedCustomers.AsQueryable(), CallerId);
        var seen = led.Where(s => s.DeletedAt == null);
        if (scope == RowScope.None) seen = seen.Where(s => false);
        else if (scope != RowScope.All) seen = seen.Where(s => s.OwnerId == caller || (s.UnitId != null && EF.Parameter(units).Contains(s.UnitId.Value)));
        return led.Where(l => seen.Any(s => s.Id == (l.SurvivorId ?? l.Id))).Select(l => l.Id);
    }
}
