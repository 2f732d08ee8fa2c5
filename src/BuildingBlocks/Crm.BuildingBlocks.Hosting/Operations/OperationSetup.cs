using System.Collections.Concurrent;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Operations;

public static class OperationSetup
{
    /// <summary>Starters, runners and loops for every module that has long work. Call once, after the modules are described.</summary>
    public static void AddOperations(this IServiceCollection services, ModuleCatalog modules)
    {
        services.AddSettings<OperationOptions>(OperationOptions.Section)
            .Validate(o => o is { PerHost: > 0, PerCaller: > 0, Attempts: > 0, KeepDays: > 0 } && o.Lease >= TimeSpan.FromSeconds(5),
                $"{OperationOptions.Section}: every number is at least 1 and the lease at least five seconds.");
        services.TryAddSingleton<OperationSignals>();
        services.AddScoped<OperationStarter>();
        services.AddScoped<OperationReader>();
        foreach (var module in modules.Descriptions.Where(m => m.Operations.Count > 0))
        {
            services.AddKeyedSingleton(module.Name, (provider, _) => new OperationRunner(
                module, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IOptions<OperationOptions>>(), provider.GetRequiredService<ILogger<OperationRunner>>()));
            services.AddSingleton<IHostedService>(provider => new OperationLoop(
                module.Name, provider.GetRequiredKeyedService<OperationRunner>(module.Name), provider.GetRequiredService<OperationSignals>(),
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<OperationOptions>>(),
                provider.GetRequiredService<ILogger<OperationLoop>>()));
        }
    }
}

/// <summary>Wakes the runners of this host when something was started here.</summary>
public sealed class OperationSignals
{
    private readonly ConcurrentDictionary<string, Signal> _modules = new();

    public Signal Of(string module) => _modules.GetOrAdd(module, static _ => new Signal());
}
