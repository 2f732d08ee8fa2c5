using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Persistence;

/// <summary>Who may do what, the settings of the installation and the keys of its personal data.</summary>
public abstract class PlatformDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<OrgUnit> Units => Set<OrgUnit>();

    internal DbSet<Territory> Territories => Set<Territory>();

    internal DbSet<User> Users => Set<User>();

    internal DbSet<Role> Roles => Set<Role>();

    internal DbSet<ApiClient> Clients => Set<ApiClient>();

    internal DbSet<Setting> Settings => Set<Setting>();

    internal DbSet<PersonErasure> Erasures => Set<PersonErasure>();

    internal DbSet<DataKey> DataKeys => Set<DataKey>();

    internal DbSet<PersonKey> PersonKeys => Set<PersonKey>();

    internal DbSet<ClientUsage> Usage => Set<ClientUsage>();

    internal DbSet<Stamp> Stamps => Set<Stamp>();

    /// <summary>Tells every host, with the commit of this transaction, that what it keeps in memory under this name is stale.</summary>
    internal async Task Touch(string stamp, CancellationToken ct)
    {
        if (await Increment(stamp, ct) > 0) return;
        await Dialect.InsertIfAbsent(this, Model.FindEntityType(typeof(Stamp))!, [(nameof(Stamp.Name), stamp), (nameof(Stamp.Value), 0L)], ct);
        await Increment(stamp, ct);
    }

    protected override Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct) =>
        changed.Any(a => a is OrgUnit or User or Role or ApiClient or Setting) ? Touch(Stamp.Access, ct) : Task.CompletedTask;

    protected override void Map(ModelBuilder model)
    {
        AccessMapping.Map(model);
        TerritoryMapping.Map(model);
        KeyMapping.Map(model);
    }

    private Task<int> Increment(string stamp, CancellationToken ct) =>
        Stamps.Where(s => s.Name == stamp).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, s => s.Value + 1), ct);
}

public sealed class SqlitePlatformDbContext(DbContextOptions<SqlitePlatformDbContext> options) : PlatformDbContext(options);

public sealed class PostgresPlatformDbContext(DbContextOptions<PostgresPlatformDbContext> options) : PlatformDbContext(options);

public sealed class SqlServerPlatformDbContext(DbContextOptions<SqlServerPlatformDbContext> options) : PlatformDbContext(options);
