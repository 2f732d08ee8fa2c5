using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Crm.Host.Startup;

/// <summary>Sends traces and metrics to a collector when <c>Telemetry:Endpoint</c> names one; else nothing is collected.</summary>
internal sealed class TelemetrySetup : IHostedService, IDisposable
{
    /// <summary>Whose activities are traced.</summary>
    public static readonly string[] Sources = ["Microsoft.AspNetCore", CommandTelemetry.Name, MessagingActivities.SourceName, OperationTelemetry.Name];

    /// <summary>Whose measurements are collected.</summary>
    public static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", CommandTelemetry.Name, MessagingMetrics.MeterName];

    private readonly List<IDisposable> _providers = [];

    private TelemetrySetup(Uri endpoint)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("crm");
        _providers.Add(Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
            .Build());
        _providers.Add(Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
            .Build());
    }

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:Endpoint"] is { Length: > 0 } endpoint) services.AddHostedService(_ => new TelemetrySetup(new Uri(endpoint)));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _providers.ForEach(p => p.Dispose());
}
