using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>The customers schema.</summary>
public abstract class CustomersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<Customer> Customers => Set<Customer>();

    internal DbSet<SearchToken> SearchTokens => Set<SearchToken>();

    internal DbSet<Opportunity> Opportunities => Set<Opportunity>();

    internal DbSet<Pipeline> Pipelines => Set<Pipeline>();

    internal DbSet<OutcomeReason> OutcomeReasons => Set<OutcomeReason>();

    internal DbSet<OpportunitySnapshot> OpportunitySnapshots => Set<OpportunitySnapshot>();

    internal DbSet<SnapshotDay> SnapshotDays => Set<SnapshotDay>();

    protected override void Map(ModelBuilder model)
    {
        CustomerMapping.Map(model);
        OpportunityMapping.Map(model);
    }
}

public sealed class SqliteCustomersDbContext(DbContextOptions<SqliteCustomersDbContext> options) : CustomersDbContext(options);

public sealed class PostgresCustomersDbContext(DbContextOptions<PostgresCustomersDbContext> options) : CustomersDbContext(options);

public sealed class SqlServerCustomersDbContext(DbContextOptions<SqlServerCustomersDbContext> options) : CustomersDbContext(options);
