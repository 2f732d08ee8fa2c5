using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Host.Startup;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.Host.Tests.Platform;

/// <summary>The platform and the notes module behind real routing and real access, on a database of its own.</summary>
internal sealed class PlatformApp : IAsyncDisposable
{
    public const string MasterKey = "cGxhdGZvcm0tdGVzdHMtbWFzdGVyLWtleS0zMmJ5dGU=";

    private static readonly ConcurrentDictionary<DatabaseProvider, (KeyRing Ring, string AdministratorKey)> Prepared = new();

    private readonly WebApplication _app;
    private readonly TestDatabase? _owned;

    private PlatformApp(WebApplication app, TestDatabase? owned, string? administratorKey)
    {
        _app = app;
        _owned = owned;
        AdministratorKey = administratorKey;
        Time = (FakeTime)app.Services.GetRequiredService<TimeProvider>();
    }

    /// <summary>Null when somebody else has started on this database before.</summary>
    public string? AdministratorKey { get; }

    public FakeTime Time { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>A host that was started before, so that its administrator is known and its models are compiled.</summary>
    public static async Task<PlatformApp> Start(DatabaseProvider provider, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.From("platform", provider, connection => Prepare(provider, connection));
        var (ring, administratorKey) = Prepared[provider];
        return await StartOn(provider, database.ConnectionString, new FakeTime(), settings, database, ring, administratorKey);
    }

    /// <summary>A host on an empty database, with keys of its own.</summary>
    public static async Task<PlatformApp> StartNew(DatabaseProvider provider)
    {
        var database = await TestDatabase.Empty(provider);
        return await StartOn(provider, database.ConnectionString, new FakeTime(), [], database);
    }

    /// <summary>Another host on the same database.</summary>
    public static Task<PlatformApp> StartOn(TestDatabase database, FakeTime time, params (string Key, string Value)[] settings) =>
        StartOn(database.Provider, database.ConnectionString, time, settings);

    /// <summary>Another host on the same database and the same clock, which shares the compiled models with this one.</summary>
    public Task<PlatformApp> StartAnother()
    {
        var database = Services.GetRequiredService<DatabaseOptions>();
        return StartOn(database.Provider, database.ConnectionString, Time, [], ring: Services.GetRequiredService<KeyRing>());
    }

    public HttpClient With(string? token, string? acceptLanguage = null)
    {
        var client = _app.GetTestClient();
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (acceptLanguage is not null) client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(acceptLanguage);
        return client;
    }

    public async Task<HttpStatusCode> Status(string? token, string path = "/api/v1/notes/me") => (await With(token).GetAsync(path)).StatusCode;

    public async Task<Me> Me(string token, string? acceptLanguage = null) =>
        (await With(token, acceptLanguage).GetFromJsonAsync<Me>("/api/v1/notes/me", CrmJson.Options))!;

    /// <summary>Work in a scope of its own, as the system.</summary>
    public async Task<T> Do<T>(Func<PlatformDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await using var transaction = await db.Dialect.BeginWrite(db, default);
        var result = await work(db);
        await db.SaveChangesAsync();
        await transaction.Commit(default);
        return result;
    }

    public Task<TResult> Send<TCommand, TResult>(TCommand command)
        where TCommand : ICommand<TResult> => SendAs<TCommand, TResult>(Caller.Job("test"), command);

    public async Task<TResult> SendAs<TCommand, TResult>(Caller caller, TCommand command)
        where TCommand : ICommand<TResult>
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Act(caller, RowScope.All);
        return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TResult>>().Handle(command, default);
    }

    /// <summary>A client with one key.</summary>
    public async Task<(ApiClientId Id, string Key)> AddClient(
        string name, IReadOnlyList<string>? roles = null, IReadOnlyList<Grant>? grants = null, OrgUnitId? unit = null, UserId? actsFor = null, ClientLimits? limits = null)
    {
        var secret = ApiKeyTokens.NewSecret();
        var client = ApiClient.Create(new ClientProfile(name, unit, actsFor, roles ?? [], grants ?? [], limits ?? ClientLimits.Default));
        client.AddKey(secret, null, Time.GetUtcNow());
        await Do(db => Task.FromResult(db.Clients.Add(client)));
        return (client.Id, ApiKeyTokens.Format(client.Id.Value, secret));
    }

    /// <summary>Lets what this host keeps in memory grow old enough to be looked at again.</summary>
    public void LetCachesAge() => Time.Advance(TimeSpan.FromSeconds(3));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_owned is not null) await _owned.DisposeAsync();
    }

    private static async Task Prepare(DatabaseProvider provider, string connection)
    {
        var ring = new KeyRing();
        await using var app = await StartOn(provider, connection, new FakeTime(), [], ring: ring);
        Prepared[provider] = (ring, app.AdministratorKey!);
    }

    private static async Task<PlatformApp> StartOn(
        DatabaseProvider provider, string connection, FakeTime time, (string Key, string Value)[] settings,
        TestDatabase? owned = null, KeyRing? ring = null, string? administratorKey = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("Keys:Master", (string?)MasterKey),
            KeyValuePair.Create("Database:Provider", (string?)provider.ToString()),
            KeyValuePair.Create("Database:ConnectionString", (string?)connection),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton<TimeProvider>(time);
        if (ring is not null) builder.Services.AddSingleton(ring);
        CrmHost.AddServices(builder, [new NotesModule()]);
        LeaveOutLoops(builder.Services);
        var app = builder.Build();
        await CreateTables(app.Services, app.Services.GetRequiredService<ModuleCatalog>());
        var key = await PlatformStart.Run(app.Services, default);
        CrmHost.Map(app);
        await app.StartAsync();
        CrmHost.Open(app);
        return new PlatformApp(app, owned, key ?? administratorKey);
    }

    // The loops would run while a test moves the clock; tests take the steps themselves.
    private static void LeaveOutLoops(IServiceCollection services)
    {
        var loops = services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) != true);
        foreach (var loop in loops.ToList()) services.Remove(loop);
    }

    private static async Task CreateTables(IServiceProvider services, ModuleCatalog catalog)
    {
        foreach (var module in catalog.Descriptions)
        {
            await using var scope = services.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Context!);
            var creator = (IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
            if (!await Exists(db)) await creator.CreateTablesAsync();
        }
    }

    private static async Task<bool> Exists(ModuleDbContext db)
    {
        try
        {
            await db.Audit.AnyAsync();
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
