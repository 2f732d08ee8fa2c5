using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Problems;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Reporting.Persistence;
using Crm.Reporting.Tests.Module;
using Crm.Testing;
using Crm.Testing.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Reporting.Tests.Web;

/// <summary>The module behind a real web server with the conventions of the host; who calls may do everything.</summary>
internal sealed class ReportingWeb : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReportingWeb(WebApplication app, ModuleHarness module)
    {
        (_app, Module) = (app, module);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public ModuleHarness Module { get; }

    public HttpClient Client { get; }

    public static async Task<ReportingWeb> Start()
    {
        var module = await Reports.Start(DatabaseProvider.Sqlite);
        var connection = await module.Read<ReportingDbContext, string>(db => Task.FromResult(db.Database.GetConnectionString()!));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        Register(builder.Services, connection, module.Time);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseRouting();
        app.Use(ActAsSomebody);
        app.UseMiddleware<RequestConventions>();
        IModule reporting = new ReportingModule();
        reporting.MapEndpoints(app.MapGroup("/api/v1/reporting"));
        reporting.MapAdminEndpoints(app.MapGroup("/admin/v1/reporting"));
        await app.StartAsync();
        app.Services.CheckDeclaredAccess();
        return new ReportingWeb(app, module);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Module.DisposeAsync();
    }

    private static void Register(IServiceCollection services, string connection, FakeTime time)
    {
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(TestKeys.Ring);
        services.AddSingleton<IPersonKeys, TestPersonKeys>();
        services.AddSingleton<ICallers, TestCallers>();
        services.AddSingleton<IMailTransport, MailTray>();
        services.AddSingleton<ISettings>(new TestSettings(CompanySettings.All));
        var catalog = ModuleCatalog.Describe([new ReportingModule()]);
        services.AddCrm(catalog, new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = connection, SurvivesPowerCut = false });
        services.AddCrmMessaging(catalog);
        services.ConfigureHttpJsonOptions(json => CrmJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<RefusalHandler>();
        services.AddProblemDetails();
        services.AddScoped<ProblemMapper>();
        services.AddScoped<ChangesSince>();
    }

    private static Task ActAsSomebody(HttpContext http, RequestDelegate next)
    {
        var context = http.RequestServices.GetRequiredService<CallerContext>();
        context.Act(new Caller(Guid.CreateVersion7(), CallerKind.Person, "analyst") { MayAll = true }, RowScope.All);
        context.Language = http.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.Ordinal) ? Language.Chinese : Language.English;
        return next(http);
    }
}
