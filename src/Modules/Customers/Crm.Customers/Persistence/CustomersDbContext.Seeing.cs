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

    /// <summary>Customers that the caller may read as such, whatever is asked for now. It lifts the scope of the whole query that it stands in.</summary>
    internal IQueryable<Customer> ReadableCustomers
    {
        get
        {
            var customers = Customers.IgnoreQueryFilters([ScopeFilter, MergedFilter]);
            var (scope, units) = ReachOf(ReadCustomers);
            if (scope == RowScope.All) return customers;
            var caller = CallerId;
            return scope == RowScope.None
                ? customers.Where(c => false)
                : customers.Where(c => c.OwnerId == caller || (c.UnitId != null && EF.Parameter(units).Contains(c.UnitId.Value)));
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
            var (caller, units, customers) = (CallerId, ReachedUnits, ReadableCustomers);
            return ReachesOwn
                ? activities.Where(a => a.OwnerId == caller
                    || (a.UnitId != null && EF.Parameter(units).Contains(a.UnitId.Value))
                    || a.Participants.Any(p => p.UserId == caller)
                    || customers.Any(c => c.Id == a.CustomerId))
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
            var (caller, units, customers) = (CallerId, ReachedUnits, ReadableCustomers);
            return ReachesOwn
                ? cases.Where(s => s.OwnerId == caller
                    || (s.UnitId != null && EF.Parameter(units).Contains(s.UnitId.Value))
                    || customers.Any(c => c.Id == s.CustomerId))
                : cases.Where(s => false);
        }
    }

    /// <summary>Activities with a customer and with all that were merged into it, whoever those had been: all for whoever may read the customer.</summary>
    internal async Task<IQueryable<Activity>> SeenActivitiesWith(Guid customer, CancellationToken ct)
    {
        var family = await SeenFamilyOf(customer, ct);
        var activities = await MayRead(customer, ct) ? Set<Activity>().IgnoreQueryFilters([ScopeFilter]) : SeenActivities;
        return activities.Where(a => family.Contains(a.CustomerId));
    }

    /// <inheritdoc cref="SeenActivitiesWith"/>
    internal async Task<IQueryable<ServiceCase>> SeenCasesOf(Guid customer, CancellationToken ct)
    {
        var family = await SeenFamilyOf(customer, ct);
        var cases = await MayRead(customer, ct) ? Set<ServiceCase>().IgnoreQueryFilters([ScopeFilter]) : SeenCases;
        return cases.Where(c => family.Contains(c.CustomerId));
    }

    private Task<bool> MayRead(Guid customer, CancellationToken ct)
    {
        var key = new CustomerId(customer);
        return ReadableCustomers.AnyAsync(c => c.Id == key, ct);
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

    /// <summary>
    /// What was done with customers, whoever sees it: when a customer was last in touch is the greatest
    /// <see cref="Activity.HappenedAt"/> of its family here, and none when there is none.
    /// </summary>
    internal IQueryable<Activity> HeldActivities => Set<Activity>().IgnoreQueryFilters([ScopeFilter]).Where(a => a.HappenedAt != null);
}
