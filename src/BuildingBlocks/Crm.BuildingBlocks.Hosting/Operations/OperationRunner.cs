using System.Diagnostics;
using System.Globalization;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Runs the long work of one module, one operation per call: takes it, keeps its lease, and writes down how it ended.</summary>
public sealed partial class OperationRunner(
    ModuleDescription module, IServiceScopeFactory scopes, TimeProvider time, IOptions<OperationOptions> options, ILogger<OperationRunner> log)
{
    private readonly OperationOptions _options = options.Value;
    private readonly OperationLeases _leases = new(module, scopes, time, options.Value, log);

    /// <summary>Takes the oldest operation that waits, or that its host has left, and runs it to its end.</summary>
    /// <param name="stop">Stops the host: the operation is left at its last step for the next host.</param>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> RunNext(CancellationToken stop)
    {
        if (await _leases.Take(stop) is not { } operation) return false;
        if (operation.CancelRequestedAt is not null) await _leases.Finish(operation, OperationState.Cancelled, outcome: null, problem: null);
        else await Run(operation, stop);
        return true;
    }

    private async Task Run(Operation operation, CancellationToken stop)
    {
        using var activity = OperationTelemetry.Source.StartActivity(operation.Kind, ActivityKind.Internal, operation.TraceParent);
        using var logScope = log.BeginScope("{Module} {Operation}", module.Name, operation.Id);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = new OperationRun(module, scopes, _options.Lease, operation);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(run.Caller.Language == Language.Chinese ? "zh" : "en");
        var keeping = _leases.Keep(operation, cancel);
        Func<Task> end;
        try
        {
            var outcome = await Work(operation, run, cancel.Token);
            end = () => _leases.Finish(operation, OperationState.Succeeded, outcome, problem: null);
        }
        catch (Exception failure)
        {
            end = () => End(operation, run, failure, stop);
        }

        await cancel.CancelAsync();
        await keeping;
        await end();
    }

    private async Task<OperationOutcome> Work(Operation operation, OperationRun run, CancellationToken ct)
    {
        var known = module.Operations.Find(o => o.Kind == operation.Kind) ?? throw OperationRules.UnknownKind.Broken(operation.Kind);
        await using var scope = run.NewScope();
        return await known.Run(scope.ServiceProvider, operation.Input, run, ct);
    }

    private async Task End(Operation operation, OperationRun run, Exception failure, CancellationToken stop)
    {
        if (failure is LeaseLost)
        {
            LogLost(log, module.Name, operation.Id);
            return;
        }

        if (stop.IsCancellationRequested)
        {
            await _leases.Release(operation, time.GetUtcNow(), notAnAttempt: true);
            return;
        }

        if (failure is OperationCanceledException && await _leases.IsCancelRequested(operation))
        {
            await _leases.Finish(operation, OperationState.Cancelled, outcome: null, problem: null);
            return;
        }

        await Failed(operation, run, failure);
    }

    private async Task Failed(Operation operation, OperationRun run, Exception failure)
    {
        if (failure is Refusal refusal)
        {
            await _leases.Finish(operation, OperationState.Failed, outcome: null, RefusedWork.Problem(operation.Id, refusal));
            return;
        }

        var attempts = run.GotFurther ? 1 : operation.Attempts;
        LogFailed(log, failure, module.Name, operation.Kind, operation.Id, attempts);
        if (attempts < _options.Attempts)
        {
            await _leases.Release(operation, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, attempts)), notAnAttempt: false);
            return;
        }

        var problem = OperationStep.NewProblem(operation.Id, OperationRules.Unexpected.Code, OperationRules.Unexpected.Text, []);
        await _leases.Finish(operation, OperationState.Failed, outcome: null, problem);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Module}: operation {Operation} was taken over by another host")]
    private static partial void LogLost(ILogger log, string module, Guid operation);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Module}: {Kind} {Operation} failed at attempt {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception failure, string module, string kind, Guid operation, int attempt);
}

/// <summary>The name under which long work is traced.</summary>
public static class OperationTelemetry
{
    public const string Name = "Crm.Operations";

    internal static readonly ActivitySource Source = new(Name);
}
