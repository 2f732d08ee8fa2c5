using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>Builds and pools the contexts of modules: one subclass per provider, because EF Core keeps one migration set per context type.</summary>
public static class ModuleContexts
{
    /// <summary>Registers the context as a scoped service that is rented from a pool and knows its caller.</summary>
    public static void AddModuleContext(this IServiceCollection services, ModuleDescription module)
    {
        var context = module.Context ?? throw new StartupFailure($"The module '{module.Name}' has no database.");
        typeof(ModuleContexts).GetMethod(nameof(Add), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(context).Invoke(null, [services, module]);
    }

    /// <summary>The subclass of a module's context for a provider: <c>Sqlite</c>, <c>Postgres</c> or <c>SqlServer</c> before the context's name.</summary>
    public static Type Implementation(Type context, DatabaseProvider provider) =>
        context.Assembly.GetTypes().FirstOrDefault(t => t.BaseType == context && t.Name == provider + context.Name)
        ?? throw new StartupFailure($"{context.Name} has no subclass {provider}{context.Name}.");

    /// <summary>Options as the host builds them; tests and the migration tool build contexts without a host.</summary>
    public static DbContextOptions Options(Type implementation, ModuleOptions module, ILoggerFactory? logging = null)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(implementation))!;
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(module);
        module.Dialect.Configure(builder, module.Module);
        builder.ReplaceService<IModelCacheKeyFactory, ModelPerKeyRing>();
        builder.ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        if (logging is not null) builder.UseLoggerFactory(logging);
        return builder.Options;
    }

    private static void Add<TContext>(IServiceCollection services, ModuleDescription module)
        where TContext : ModuleDbContext
    {
        services.AddSingleton(provider => new ContextPool<TContext>(provider, module));
        services.AddScoped(provider => provider.GetRequiredService<ContextPool<TContext>>().Rent(provider));
    }
}

/// <summary>Hands out pooled contexts of one module.</summary>
public sealed class ContextPool<TContext>
    where TContext : ModuleDbContext
{
    private const int PoolSize = 128;
    private readonly Func<TContext> _create;

    public ContextPool(IServiceProvider services, ModuleDescription module)
    {
        var dialect = services.GetRequiredService<Dialect>();
        var implementation = ModuleContexts.Implementation(typeof(TContext), dialect.Provider);
        var options = ModuleContexts.Options(
            implementation,
            new ModuleOptions(module.Name, dialect, services.GetRequiredService<KeyRing>(), services.GetRequiredService<TimeProvider>(), module.Publishes),
            services.GetService<ILoggerFactory>());
        _create = (Func<TContext>)typeof(ContextPool<TContext>)
            .GetMethod(nameof(Pool), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(implementation).Invoke(null, [options])!;
    }

    /// <summary>A context for the caller of this scope. Disposing it returns it to the pool.</summary>
    public TContext Rent(IServiceProvider scope)
    {
        var context = _create();
        context.Session = new ModuleSession(
            scope.GetRequiredService<CallerContext>(), scope.GetRequiredService<CommandContext>(), scope.GetService<IPersonKeys>()?.Within(context));
        context.HasNewOutboxMessages = false;
        context.ForgetAfterCommit();
        return context;
    }

    private static Func<TContext> Pool<TImplementation>(DbContextOptions<TImplementation> options)
        where TImplementation : TContext
    {
        var pool = new PooledDbContextFactory<TImplementation>(options, PoolSize);
        return pool.CreateDbContext;
    }
}
