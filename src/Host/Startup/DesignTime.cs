using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Startup;

/// <summary>Lets the migration tool build the contexts of all providers, none of which it connects to.</summary>
internal static class DesignTime
{
    public static IEnumerable<(Type Context, DbContextOptions Options)> Contexts(ModuleCatalog catalog) =>
        from module in catalog.Descriptions
        from provider in Enum.GetValues<DatabaseProvider>()
        let context = ModuleContexts.Implementation(module.Context!, provider)
        select (context, ModuleContexts.Options(context, Options(module, provider)));

    public static void AddContextsForTooling(this IServiceCollection services, ModuleCatalog catalog)
    {
        foreach (var (context, options) in Contexts(catalog))
        {
            services.AddSingleton(typeof(DbContextOptions<>).MakeGenericType(context), options);
            services.AddScoped(context);
        }
    }

    private static ModuleOptions Options(ModuleDescription module, DatabaseProvider provider)
    {
        var nowhere = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider switch
            {
                DatabaseProvider.Sqlite => "Data Source=:memory:",
                DatabaseProvider.Postgres => "Host=localhost;Database=none",
                _ => "Server=localhost;Database=none",
            },
        };
        return new ModuleOptions(module.Name, Dialect.For(nowhere), new KeyRing(), TimeProvider.System, module.Publishes);
    }
}
