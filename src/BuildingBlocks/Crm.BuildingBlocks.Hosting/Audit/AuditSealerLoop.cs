using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>Seals the audit trails of all modules every few seconds. On several hosts they take turns.</summary>
public sealed partial class AuditSealerLoop(IServiceScopeFactory scopes, ModuleCatalog catalog, TimeProvider time, ILogger<AuditSealerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var module in catalog.Descriptions.Where(m => m.Context is not null)) await Seal(module, stoppingToken);
        }
    }

    private async Task Seal(ModuleDescription module, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateJobScope("audit-sealer");
            await AuditSealer.Seal(scope.ServiceProvider.ContextOf(module), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, module.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit trail of {Module} could not be sealed; it is tried again.")]
    private partial void LogFailed(Exception failure, string module);
}
