using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>The module behind a real web server. The caller is named by a header; loops stand still as in <see cref="LongWorkHost"/>.</summary>
internal sealed class LongWorkWeb : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LongWorkWeb(WebApplication app, FakeTime time) => (_app, Time) = (app, time);

    public FakeTime Time { get; }

    public OperationRunner Runner => _app.Services.GetRequiredKeyedService<OperationRunner>(LongWorkModule.ModuleName);

    public IServiceProvider Services => _app.Services;

    public static async Task<LongWorkWeb> Start(TestDatabase database, Action<RouteGroupBuilder>? map = null, params (string Key, string Value)[] settings)
    {
        var time = new FakeTime();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        LongWorkHost.Register(builder.Services, database.Provider, database.ConnectionString, time);
        foreach (var loop in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null).ToList())
            builder.Services.Remove(loop);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        var app = builder.Build();
        app.Use(Identify);
        app.UseMiddleware<RequestConventions>();
        var routes = app.MapGroup("/api/v1");
        routes.MapOperations();
        map?.Invoke(routes.MapGroup(LongWorkModule.ModuleName));
        await app.StartAsync();
        return new LongWorkWeb(app, time);
    }

    /// <param name="caller">Who calls with it.</param>
    /// <param name="language">What Accept-Language would say.</param>
    public HttpClient Client(Caller caller, Language language = Language.English) => new()
    {
        BaseAddress = new Uri(_app.Urls.First()),
        DefaultRequestHeaders = { { "X-Caller", JsonSerializer.Serialize(caller) }, { "X-Language", language.ToString() } },
    };

    public async Task RunAll()
    {
        while (await Runner.RunNext(default))
        {
            // Everything that may run now.
        }
    }

    public void AskToStop() => _app.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task Identify(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestServices.GetRequiredService<CallerContext>();
        caller.Act(JsonSerializer.Deserialize<Caller>(http.Request.Headers["X-Caller"].ToString())!, RowScope.Own);
        caller.Language = Enum.Parse<Language>(http.Request.Headers["X-Language"].ToString());
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = bad.StatusCode;
        }
        catch (Refusal refusal) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = refusal switch { ResourceNotFound => 404, InvalidInput => 400, NotAllowed => 403, VersionMismatch => 412, IdempotencyKeyReused => 422, PreconditionRequired => 428, _ => 409 };
            await http.Response.WriteAsync(refusal.Message);
        }
    }
}
