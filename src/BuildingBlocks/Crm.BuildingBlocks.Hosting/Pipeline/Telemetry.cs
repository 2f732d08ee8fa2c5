using System.Diagnostics;
using System.Diagnostics.Metrics;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>One activity, one measurement and one log scope per command. Bodies are never logged.</summary>
internal sealed partial class Telemetry<TCommand, TResult>(
    ICommandHandler<TCommand, TResult> inner, ModuleCatalog catalog, CommandContext context, ILogger<Telemetry<TCommand, TResult>> log)
    : ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    public async Task<TResult> Handle(TCommand command, CancellationToken ct)
    {
        var name = typeof(TCommand).Name;
        var module = catalog.Of(typeof(TCommand)).Name;
        var isOutermost = context.CommandName is null;
        context.CommandName ??= name;
        using var activity = CommandTelemetry.Source.StartActivity(name);
        using var scope = log.BeginScope("{Module} {Command}", module, name);
        var started = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            return await inner.Handle(command, ct);
        }
        catch (Refusal refusal)
        {
            outcome = refusal is RuleBroken broken ? broken.Rule.Code : refusal.GetType().Name;
            LogRefused(log, module, name, outcome);
            throw;
        }
        catch (Exception failure)
        {
            outcome = "failed";
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            if (isOutermost) context.CommandName = null;
            CommandTelemetry.Duration.Record(
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                new KeyValuePair<string, object?>("module", module),
                new KeyValuePair<string, object?>("command", name),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Module}: {Command} was refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string module, string command, string reason);
}

/// <summary>The names under which commands are measured.</summary>
public static class CommandTelemetry
{
    public const string Name = "Crm.Commands";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("crm.command.duration", "ms", "Time of a command, its transaction included.");
}
