using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Exporter;
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

    private TelemetrySetup(Uri endpoint, OtlpExportProtocol protocol)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("crm");
        _providers.Add(Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddOtlpExporter(otlp => (otlp.Protocol, otlp.Endpoint) = (protocol, Address("v1/traces")))
            .Build());
        _providers.Add(Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(otlp => (otlp.Protocol, otlp.Endpoint) = (protocol, Address("v1/metrics")))
            .Build());

        // Over HTTP each kind has an address of its own below the collector's.
        Uri Address(string below) => protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{below}") : endpoint;
    }

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint) return;
        var protocol = configuration["Telemetry:Protocol"] ?? nameof(OtlpExportProtocol.Grpc);
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartupFailure($"Telemetry:Endpoint '{endpoint}' is no address that begins with http:// or https://.");
        if (!Enum.TryParse<OtlpExportProtocol>(protocol, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
            throw new StartupFailure($"Telemetry:Protocol '{protocol}' is neither Grpc nor HttpProtobuf.");
        // Else the span of a request says neither its method nor its address.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        services.AddHostedService(_ => new TelemetrySetup(address, chosen));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _providers.ForEach(p => p.Dispose());
}
