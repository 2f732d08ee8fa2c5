using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Domain.Processes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

public abstract partial class CustomersDbContext
{
    internal DbSet<Opportunity> Opportunities => Set<Opportunity>();

    internal DbSet<Pipeline> Pipelines => Set<Pipeline>();

    internal DbSet<OutcomeReason> OutcomeReasons => Set<OutcomeReason>();

    internal DbSet<OpportunitySnapshot> OpportunitySnapshots => Set<OpportunitySnapshot>();

    internal DbSet<SnapshotDay> SnapshotDays => Set<SnapshotDay>();

    internal DbSet<ProcessDefinition> ProcessDefinitions => Set<ProcessDefinition>();

    internal DbSet<SalesProcess> Processes => Set<SalesProcess>();

    internal DbSet<ProcessFact> ProcessFacts => Set<ProcessFact>();

    internal DbSet<Pool> Pools => Set<Pool>();

    internal DbSet<PoolEntry> PoolEntries => Set<PoolEntry>();

    internal DbSet<PoolNotice> PoolNotices => Set<PoolNotice>();

    // Under the name of the row scope: it is the same question, asked of the customer, and who has a reason to ignore the one ignores the other.
    // The same as SeenCustomers, which cannot be named here.
    private void LimitToCustomers(ModelBuilder model) =>
        model.Entity<SalesProcess>().HasQueryFilter(ScopeFilter, p => ReachesAll || LedCustomers.Any(l => l.Id == p.CustomerId
            && LedCustomers.Any(s => s.Id == (l.SurvivorId ?? l.Id) && s.DeletedAt == null
                && ((ReachesOwn && s.OwnerId == CallerId) || (s.UnitId != null && EF.Parameter(ReachedUnits).Contains(s.UnitId.Value))))));
}
