using Crm.Customers.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

public abstract partial class CustomersDbContext
{
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
            var (caller, units) = (CallerId, ReachedUnits);
            return ReachesOwn
                ? activities.Where(a => a.OwnerId == caller
                    || (a.UnitId != null && EF.Parameter(units).Contains(a.UnitId.Value))
                    || a.Participants.Any(p => p.UserId == caller)
                    || Customers.Any(c => c.Id == a.CustomerId && (c.OwnerId == caller || (c.UnitId != null && EF.Parameter(units).Contains(c.UnitId.Value)))))
                : activities.Where(a => false);
        }
    }

    /// <summary>
    /// What was done with customers, whoever sees it: when a customer was last in touch is the greatest
    /// <see cref="Activity.HappenedAt"/> of its family here, and none when there is none.
    /// </summary>
    internal IQueryable<Activity> HeldActivities => Set<Activity>().IgnoreQueryFilters([ScopeFilter]).Where(a => a.HappenedAt != null);
}
