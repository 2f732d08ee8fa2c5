using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Persistence;

/// <summary>Who may do what, the settings of the installation and the keys of its personal data.</summary>
public abstract class PlatformDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<OrgUnit> Units => Set<OrgUnit>();

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
        var touched = await Stamps.Where(s => s.Name == stamp).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, s => s.Value + 1), ct);
        if (touched == 0) Stamps.Add(new Stamp { Name = stamp, Value = 1 });
    }

    protected override Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct) =>
        changed.Any(a => a is OrgUnit or User or Role or ApiClient or Setting) ? Touch(Stamp.Access, ct) : Task.CompletedTask;

    protected override void Map(ModelBuilder model)
    {
        AccessMapping.Map(model);
        KeyMapping.Map(model);
    }
}

public sealed class SqlitePlatformDbContext(DbContextOptions<SqlitePlatformDbContext> options) : PlatformDbContext(options);

public sealed class PostgresPlatformDbContext(DbContextOptions<PostgresPlatformDbContext> options) : PlatformDbContext(options);

public sealed class SqlServerPlatformDbContext(DbContextOptions<SqlServerPlatformDbContext> options) : PlatformDbContext(options);
