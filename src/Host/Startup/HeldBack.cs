namespace Crm.Host.Startup;

/// <summary>A loop that begins when the gate opens and not when the host starts, because it needs the database to be prepared.</summary>
internal sealed class HeldBack(StartGate gate, IHostedService loop) : BackgroundService
{
    private bool _hasBegun;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        _hasBegun = true;
        await loop.StartAsync(stoppingToken);
        // So that the host learns of a loop that fails as if it had started the loop itself.
        if (loop is BackgroundService { ExecuteTask: { } running }) await running;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_hasBegun) await loop.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        (loop as IDisposable)?.Dispose();
        base.Dispose();
    }
}

internal static class HoldingBack
{
    /// <summary>Holds back every loop of ours that is registered so far. Those of the framework need no database.</summary>
    public static void HoldBackLoops(this IServiceCollection services)
    {
        services.AddSingleton<StartGate>();
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType != typeof(IHostedService) || services[i].IsKeyedService || !IsOurs(services[i])) continue;
            var loop = services[i];
            services[i] = ServiceDescriptor.Singleton<IHostedService>(provider => new HeldBack(provider.GetRequiredService<StartGate>(), Make(loop, provider)));
        }
    }

    private static bool IsOurs(ServiceDescriptor loop) =>
        (loop.ImplementationType?.Assembly ?? loop.ImplementationFactory?.Method.Module.Assembly)?.GetName().Name?.StartsWith("Crm.", StringComparison.Ordinal) == true;

    private static IHostedService Make(ServiceDescriptor loop, IServiceProvider provider) =>
        (IHostedService)(loop.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, loop.ImplementationType!));
}
