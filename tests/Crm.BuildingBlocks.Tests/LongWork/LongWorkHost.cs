using System.Net;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>One host of the module, its loops standing still: a test runs them step by step. Several share a database like hosts do.</summary>
internal sealed class LongWorkHost : IAsyncDisposable
{
    // The same in every process, because a process that is killed is followed by another on its database.
    private static readonly KeyRing Keys = Open();

    public static readonly Caller Ann = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"), CallerKind.Person, "Ann");
    public static readonly Caller Ben = new(Guid.Parse("00000000-0000-7000-8000-00000000000b"), CallerKind.Person, "Ben");
    public static readonly Caller Root = new(Guid.Parse("00000000-0000-7000-8000-00000000000c"), CallerKind.Person, "Root")
    {
        Permissions = new Dictionary<string, RowScope> { [OperationPermissions.Manage.Name] = RowScope.All, [LongWorkModule.WriteGadgets.Name] = RowScope.All },
    };

    private readonly ServiceProvider _services;

    private LongWorkHost(ServiceProvider services, FakeTime time) => (_services, Time) = (services, time);

    public FakeTime Time { get; }

    public StepHook Hook => _services.GetRequiredService<StepHook>();

    public IServiceProvider Services => _services;

    public OperationRunner Runner => _services.GetRequiredKeyedService<OperationRunner>(LongWorkModule.ModuleName);

    public static Task<TestDatabase> Database(DatabaseProvider provider) =>
        TestDatabase.From("long-work", provider, async connection =>
        {
            await using var host = Start(provider, connection);
            await host.In(Root, (services, _) => services.GetRequiredService<LongWorkDbContext>().Database.EnsureCreatedAsync());
        });

    public static LongWorkHost Start(TestDatabase database, params (string Key, string Value)[] settings) =>
        Start(database.Provider, database.ConnectionString, settings);

    public static LongWorkHost Start(DatabaseProvider provider, string connection, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        var time = new FakeTime();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        Register(services, provider, connection, time);
        return new LongWorkHost(services.BuildServiceProvider(validateScopes: true), time);
    }

    public static void Register(IServiceCollection services, DatabaseProvider provider, string connection, TimeProvider time)
    {
        var catalog = ModuleCatalog.Describe([new LongWorkModule()]);
        services.AddLogging();
        services.AddSingleton(Keys).AddSingleton(time).AddSingleton<StepHook>();
        services.AddSingleton<IPersonKeys, KeysOfPersons>();
        services.AddCrm(catalog, new DatabaseOptions { Provider = provider, ConnectionString = connection, SurvivesPowerCut = false });
    }

    /// <summary>Does something as a caller, in a scope of its own.</summary>
    public async Task<T> In<T>(Caller caller, Func<IServiceProvider, LongWorkDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallerContext>();
        context.Act(caller, RowScope.All);
        context.RemoteAddress = IPAddress.Loopback;
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<LongWorkDbContext>());
    }

    /// <summary>As a command would: the operation begins with the commit.</summary>
    public Task<OperationId> Ask<TInput>(Caller caller, string kind, TInput input)
        where TInput : notnull => In(caller, async (services, db) =>
    {
        var id = await services.GetRequiredService<OperationStarter>().Start(db, kind, input, default);
        await db.SaveChangesAsync();
        return id;
    });

    public Task<OperationView> View(Caller caller, OperationId id) =>
        In(caller, (services, _) => services.GetRequiredService<OperationReader>().View(id.ToString(), default));

    public async Task RunAll()
    {
        while (await Runner.RunNext(default))
        {
            // Everything that may run now.
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class KeysOfPersons : IPersonKeys
    {
        private readonly Dictionary<Guid, byte[]?> _keys = [];

        public ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct)
        {
            lock (_keys)
            {
                if (!_keys.ContainsKey(person)) _keys[person] = [.. person.ToByteArray(), .. person.ToByteArray()];
                return ValueTask.FromResult(_keys[person]);
            }
        }

        public Task<bool> Destroy(Guid person, CancellationToken ct)
        {
            lock (_keys) _keys[person] = null;
            return Task.FromResult(true);
        }
    }

    private static KeyRing Open()
    {
        var keys = new KeyRing();
        keys.Open(new Dictionary<int, byte[]> { [1] = new byte[32] }, new byte[32]);
        return keys;
    }
}
