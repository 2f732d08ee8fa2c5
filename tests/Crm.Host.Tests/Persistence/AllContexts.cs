using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform;
using Crm.Host.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyModel;
using Xunit;

namespace Crm.Host.Tests.Persistence;

/// <summary>The contexts of every module for every provider, as the migration tool builds them: no server is asked.</summary>
internal static class AllContexts
{
    private static readonly Lazy<IReadOnlyDictionary<string, (Type Context, DbContextOptions Options)>> Known = new(() =>
    {
        var modules = ModuleCatalog.Discover(DependencyContext.Load(typeof(PlatformModule).Assembly)!);
        return DesignTime.Contexts(ModuleCatalog.Describe([new PlatformModule(), .. modules])).ToDictionary(c => c.Context.Name);
    });

    public static TheoryData<string> Names => [.. Known.Value.Keys.Order()];

    public static TheoryData<string> OfSqlServer => [.. Known.Value.Keys.Where(n => n.StartsWith(nameof(DatabaseProvider.SqlServer), StringComparison.Ordinal)).Order()];

    public static ModuleDbContext Build(string name) =>
        (ModuleDbContext)Activator.CreateInstance(Known.Value[name].Context, Known.Value[name].Options)!;
}
