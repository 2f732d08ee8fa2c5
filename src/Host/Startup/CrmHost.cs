using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Problems;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Admin;
using Crm.Host.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Startup;

/// <summary>The composition root: configuration to services, services to a web application.</summary>
internal static partial class CrmHost
{
    private static readonly TimeSpan GracefulStop = TimeSpan.FromSeconds(30);

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        AddServices(builder, ModulePlugins.Enabled(builder.Configuration));
        return builder.Build();
    }

    public static void AddServices(WebApplicationBuilder builder, IReadOnlyList<IModule> modules)
    {
        var catalog = ModuleCatalog.Describe([new Platform.PlatformModule(), .. modules]);
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = GracefulStop);
        services.AddCrm(catalog, database);
        services.AddCrmMessaging(catalog);
        services.AddCrmMessagingLoops();
        services.AddMail(builder.Configuration);
        services.AddJobs(builder.Configuration, database);
        services.HoldBackLoops();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSingleton<Readiness>();
        TelemetrySetup.Add(services, builder.Configuration);
        services.AddWebConventions();
        services.AddApiDescription();
        if (EF.IsDesignTime) services.AddContextsForTooling(catalog);
    }

    /// <summary>Everything that must be right before the first request: schema, keys, endpoints.</summary>
    /// <returns>The first administrator's key if this is the first start.</returns>
    public static async Task<string?> Prepare(WebApplication app, bool migrateServersToo, CancellationToken ct)
    {
        await DatabaseStart.Migrate(app.Services, migrateServersToo, ct);
        return await Platform.PlatformStart.Run(app.Services, ct);
    }

    /// <summary>Listens at once, prepares, and only then lets requests in and loops begin; ends when the host is asked to stop.</summary>
    public static async Task Run(WebApplication app, Func<CancellationToken, Task> prepare)
    {
        Map(app);
        await app.StartAsync();
        try
        {
            // Endpoints take as long to build as the database to prepare.
            var endpoints = Task.Run(() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints);
            await Task.WhenAll(endpoints, prepare(app.Lifetime.ApplicationStopping));
            Open(app);
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to stop while it was still starting: what was begun is taken up by the next start.
        }
        finally
        {
            await app.StopAsync();
        }
    }

    /// <summary>Lets requests in and loops begin; refuses to where an endpoint does not say who may use it.</summary>
    public static void Open(WebApplication app)
    {
        app.Services.CheckDeclaredAccess();
        foreach (var module in app.Configuration.GetSection("Modules").GetChildren().Where(m => !m.GetValue("Enabled", defaultValue: true)))
            LogOff(app.Logger, module.Key);
        app.Services.GetRequiredService<StartGate>().Open();
        LogReady(app.Logger);
    }

    public static void Map(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(EmptyAnswers.AsProblem);
        app.UseMiddleware<WhileStarting>();
        app.UseRouting();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<RequestConventions>();
        foreach (var (module, description) in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            module.MapEndpoints(app.MapGroup($"/api/v1/{description.Name}"));
            module.MapAdminEndpoints(app.MapGroup($"/admin/v1/{description.Name}"));
        }

        Platform.Api.AdminApi.Map(app);
        app.MapGroup("/admin/v1").MapOperatorApi();
        app.MapGroup("/api/v1").MapOperations().AllowEveryCaller();
        app.MapHealth();
        app.MapApiDescription();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The module {Module} is switched off. What others publish is not kept for it: tell it their state when it returns. Orders of this time it never counts.")]
    private static partial void LogOff(ILogger log, string module);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is prepared: requests are let in.")]
    private static partial void LogReady(ILogger log);

    private static void AddWebConventions(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => CrmJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<RefusalHandler>();
        services.AddProblemDetails();
        services.AddScoped<ProblemMapper>();
        services.AddScoped<ChangesSince>();
        services.AddScoped<BatchRunner>();
    }
}
