using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

internal static class MessagingScope
{
    /// <summary>A scope in which the system itself acts.</summary>
    public static AsyncServiceScope CreateJobScope(this IServiceScopeFactory scopes, string name)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(name);
        return scope;
    }

    public static ModuleDbContext ContextOf(this IServiceProvider scope, ModuleDescription module) =>
        (ModuleDbContext)scope.GetRequiredService(module.Context ?? throw new InvalidOperationException($"The module '{module.Name}' has no database."));
}
