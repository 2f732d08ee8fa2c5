using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Crm.Host.Startup;
using Crm.Testing.Databases;
using Crm.Testing.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Host.Tests.App;

/// <summary>
/// The whole host as it ships - every module, every endpoint, every loop but the jobs - on a database of its own, spoken to over HTTP.
/// The database is copied from one that was migrated once, so that starting takes a moment.
/// </summary>
internal sealed class CrmApp : IAsyncDisposable
{
    public const string MasterKey = "aG9zdC10ZXN0cy1tYXN0ZXIta2V5LTMyLWJ5dGVzISE=";

    private static readonly ConcurrentDictionary<DatabaseProvider, string> AdministratorKeys = new();

    // The copies of one database have the same keys, and what has the same key ring shares its models and compiled queries.
    private static readonly ConcurrentDictionary<DatabaseProvider, KeyRing> Rings = new();

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly string _administratorKey;

    private CrmApp(WebApplication app, TestDatabase database, string administratorKey, ErrorLog errors)
    {
        ErrorLog = errors;
        _app = app;
        _database = database;
        _administratorKey = administratorKey;
    }

    public IServiceProvider Services => _app.Services;

    public ErrorLog ErrorLog { get; }

    public static Task<CrmApp> Start(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings) =>
        Start(provider, ownKeys: false, settings);

    /// <summary>For whoever makes new keys: the other hosts of the process could not read what they encrypt.</summary>
    public static Task<CrmApp> StartWithOwnKeys(DatabaseProvider provider) => Start(provider, ownKeys: true, []);

    private static async Task<CrmApp> Start(DatabaseProvider provider, bool ownKeys, (string Key, string Value)[] settings)
    {
        var (database, administratorKey) = await Database(provider);
        var errors = new ErrorLog();
        var app = Build(provider, database.ConnectionString, settings, errors, ownKeys ? null : Rings[provider]);
        try
        {
            await CrmHost.Prepare(app, migrateServersToo: false, CancellationToken.None);
            CrmHost.Map(app);
            await app.StartAsync();
            CrmHost.Open(app);
            return new CrmApp(app, database, administratorKey, errors);
        }
        catch
        {
            await app.DisposeAsync();
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A migrated database with an administrator who has no limits, encrypted under <see cref="MasterKey"/>.</summary>
    public static async Task<(TestDatabase Database, string AdministratorKey)> Database(DatabaseProvider provider)
    {
        var database = await TestDatabase.From("crm-host", provider, connection => Prepare(provider, connection));
        return (database, AdministratorKeys[provider]);
    }

    /// <summary>May do everything.</summary>
    public HttpClient Administrator(string language = "en")
    {
        var client = Stranger(language);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _administratorKey);
        return client;
    }

    /// <summary>Has no credentials.</summary>
    public HttpClient Stranger(string language = "en")
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Everything in the database, without what only waits to be overwritten.</summary>
    public async Task<StoredBytes> StoredBytes() => new(await _database.Dump());

    /// <summary>Waits until all modules have heard of everything that was done.</summary>
    public Task EventsSettled() => Services.EventsSettled();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task Prepare(DatabaseProvider provider, string connection)
    {
        await using var app = Build(provider, connection, [], new ErrorLog(), Rings.GetOrAdd(provider, _ => new KeyRing()));
        AdministratorKeys[provider] = await CrmHost.Prepare(app, migrateServersToo: true, CancellationToken.None)
            ?? throw new InvalidOperationException("An empty database already had an administrator.");
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var administrator = await db.Clients.SingleAsync();
        var unlimited = ClientLimits.Default with { RequestsPerSecond = 1_000_000, RequestsPerDay = 100_000_000, ConcurrentOperations = 1000 };
        administrator.Change(new ClientProfile(administrator.Name, UnitId: null, ActsForId: null, administrator.Roles, administrator.Grants, unlimited));
        await db.SaveChangesAsync();
    }

    /// <summary>A host that is not prepared and not started.</summary>
    public static WebApplication Build(
        DatabaseProvider provider, string connection, IEnumerable<(string Key, string Value)> settings, ErrorLog errors, KeyRing? keys = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Keys:Master"] = MasterKey,
            ["Database:Provider"] = provider.ToString(),
            ["Database:ConnectionString"] = connection,
            ["Database:SurvivesPowerCut"] = "false",
            ["Jobs:Enabled"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        if (keys is not null) builder.Services.AddSingleton(keys);
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.WebHost.UseTestServer(server => server.AllowSynchronousIO = false);
        return CrmHost.Build(builder);
    }
}
