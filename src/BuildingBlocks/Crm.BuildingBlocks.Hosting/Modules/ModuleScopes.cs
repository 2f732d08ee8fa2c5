using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Modules;

/// <summary>Scopes for work that no request asked for, and the database of a module within a scope.</summary>
public static class ModuleScopes
{
    /// <summary>A scope in which the system itself acts. A scope in which nobody acts sees no rows, and nothing says so.</summary>
    /// <param name="scopes">Of the host.</param>
    /// <param name="name">Of the job; stands in the audit trail.</param>
    public static AsyncServiceScope CreateJobScope(this IServiceScopeFactory scopes, string name)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(name);
        return scope;
    }

    /// <inheritdoc cref="CreateJobScope(IServiceScopeFactory, string)"/>
    public static AsyncServiceScope CreateJobScope(this IServiceProvider services, string name) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateJobScope(name);

    /// <summary>The context of a module whose type is not known at compile time.</summary>
    public static ModuleDbContext ContextOf(this IServiceProvider scope, ModuleDescription module) =>
        (ModuleDbContext)scope.GetRequiredService(module.Context ?? throw new InvalidOperationException($"The module '{module.Name}' has no database."));
}
