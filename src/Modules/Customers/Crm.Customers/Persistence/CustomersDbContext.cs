using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>The customers schema.</summary>
public abstract class CustomersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<Customer> Customers => Set<Customer>();

    internal DbSet<SearchToken> SearchTokens => Set<SearchToken>();

    protected override void Map(ModelBuilder model)
    {
        CustomerMapping.Map(model);
        FiguresMapping.Map(model);
        DuplicatesMapping.Map(model);
    }

    protected override Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct) =>
        this.KeepProfiles([.. changed.OfType<Customer>()], ct);
}

public sealed class SqliteCustomersDbContext(DbContextOptions<SqliteCustomersDbContext> options) : CustomersDbContext(options);

public sealed class PostgresCustomersDbContext(DbContextOptions<PostgresCustomersDbContext> options) : CustomersDbContext(options);

public sealed class SqlServerCustomersDbContext(DbContextOptions<SqlServerCustomersDbContext> options) : CustomersDbContext(options);
