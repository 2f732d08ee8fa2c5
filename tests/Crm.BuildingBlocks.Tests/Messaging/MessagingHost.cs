using System.Collections.Concurrent;
using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing;
using Crm.Testing.Databases;
using Crm.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Tests.Messaging;

/// <summary>A host with the two modules of these tests. Several on one database are several hosts.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public MessagingHost(DatabaseProvider provider, string connectionString, TimeProvider? time = null, Action<MessagingOptions>? options = null, bool withReceiver = true)
    {
        IModule[] modules = withReceiver ? [new SenderModule(), new ReceiverModule()] : [new SenderModule()];
        var catalog = ModuleCatalog.Describe(modules);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(_ => Dialect.For(new DatabaseOptions { Provider = provider, ConnectionString = connectionString }));
        services.AddSingleton(TestKeys.Ring);
        services.AddSingleton<IPersonKeys>(Persons);
        services.AddScoped<CallerContext>();
        services.AddScoped<CommandContext>();
        services.AddSingleton(Mischief);
        services.AddSingleton<Transactions>();
        services.AddScoped<KeyedWork>();
        services.AddCrmMessaging(catalog);
        services.AddCrmMessagingLoops();
        if (options is not null) services.Configure(options);
        foreach (var module in catalog.Descriptions) services.AddModuleContext(module);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public IServiceProvider Services => _services;

    public Mischief Mischief { get; } = new();

    public PersonKeysInMemory Persons { get; } = new();

    /// <summary>A database with the empty tables of both modules.</summary>
    public static Task<TestDatabase> Database(DatabaseProvider provider) => TestDatabase.From("messaging", provider, async connectionString =>
    {
        await using var host = new MessagingHost(provider, connectionString);
        await host.In<SenderContext>(CreateTables);
        await host.In<ReceiverContext>(CreateTables);
    });

    public async Task In<TContext>(Func<TContext, Task> work)
        where TContext : ModuleDbContext =>
        await In<TContext, bool>(async db =>
        {
            await work(db);
            return true;
        });

    public async Task<TResult> In<TContext, TResult>(Func<TContext, Task<TResult>> work)
        where TContext : ModuleDbContext
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob("test");
        return await work(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Does something to new parcels and commits, as a command would.</summary>
    public async Task<IReadOnlyList<string>> Send(int parcels, Action<Parcel> happening)
    {
        var made = Enumerable.Range(0, parcels).Select(_ => new Parcel()).ToList();
        made.ForEach(happening);
        await Commit<SenderContext>(db => db.Parcels.AddRange(made));
        return made.ConvertAll(Names.Stream);
    }

    public Task Commit<TContext>(Action<TContext> change)
        where TContext : ModuleDbContext =>
        In<TContext>(async db =>
        {
            await using (var transaction = await db.Dialect.BeginWrite(db, default))
            {
                change(db);
                await db.SaveChangesAsync();
                await transaction.Commit(default);
            }

            _services.GetRequiredService<MessageSignals>().Of(db.Module).Outbox.Set();
        });

    public Task<int> Pump() => MessagePump.PumpAll(_services);

    /// <summary>Starts the loops as a host would, lets them finish everything, and stops them.</summary>
    public async Task RunUntilSettled()
    {
        var loops = _services.GetServices<IHostedService>().OfType<MessagingLoops>().Single();
        await loops.StartAsync(default);
        await _services.EventsSettled();
        await loops.StopAsync(default);
    }

    /// <summary>What a consumer did, in the order in which it did it.</summary>
    public Task<List<Effect>> Effects(string consumer) =>
        In((ReceiverContext db) => db.Effects.AsNoTracking().Where(e => e.Consumer == consumer).OrderBy(e => e.Id).ToListAsync());

    /// <summary>The positions of one stream in the order in which a consumer worked them off.</summary>
    public async Task<int[]> Positions(string consumer, string stream) =>
        [.. (await Effects(consumer)).Where(e => e.Stream == stream).Select(e => e.StreamPosition)];

    public Task<List<InboxMessage>> Inbox(string consumer) =>
        In((ReceiverContext db) => db.Inbox.AsNoTracking().Where(m => m.Consumer == consumer).OrderBy(m => m.Position).ToListAsync());

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static Task CreateTables(ModuleDbContext db) => db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
}

internal sealed class PersonKeysInMemory : IPersonKeys
{
    private readonly ConcurrentDictionary<Guid, byte[]?> _keys = new();

    public ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct) =>
        ValueTask.FromResult(_keys.GetOrAdd(person, _ => RandomNumberGenerator.GetBytes(32)));

    public Task<bool> Destroy(Guid person, CancellationToken ct)
    {
        var had = _keys.TryGetValue(person, out var key) && key is not null;
        _keys[person] = null;
        return Task.FromResult(had);
    }
}
