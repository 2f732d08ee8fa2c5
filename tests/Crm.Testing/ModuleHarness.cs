using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Crm.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Testing;

/// <summary>
/// Modules behind their real services, decorators and database, without a web server and without background loops: events move when
/// <see cref="Pump"/> is called, time when <see cref="Time"/> is moved.
/// </summary>
public sealed class ModuleHarness : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private ModuleHarness(TestDatabase database, ServiceProvider services, FakeTime time)
    {
        _database = database;
        _services = services;
        Time = time;
    }

    public FakeTime Time { get; }

    public IServiceProvider Services => _services;

    /// <summary>A fresh database with the tables of the modules, copied from a template that is made once per set of modules.</summary>
    public static Task<ModuleHarness> Start(DatabaseProvider provider, params IModule[] modules) => Start(provider, _ => { }, modules);

    /// <param name="provider">Where.</param>
    /// <param name="outside">Takes the place of what the modules meet outside, such as the mail transport.</param>
    /// <param name="modules">Under test.</param>
    public static async Task<ModuleHarness> Start(DatabaseProvider provider, Action<IServiceCollection> outside, params IModule[] modules)
    {
        var key = string.Join('+', modules.Select(m => m.GetType().FullName));
        var database = await TestDatabase.From(key, provider, async connection =>
        {
            await using var empty = Build(provider, connection, new FakeTime(), modules, _ => { });
            await CreateTables(empty);
        });
        var time = new FakeTime();
        return new ModuleHarness(database, Build(provider, database.ConnectionString, time, modules, outside), time);
    }

    /// <summary>Runs a command through all its decorators in a scope of its own.</summary>
    public async Task<TResult> Send<TResult>(ICommand<TResult> command, Caller? caller = null, int? ifMatch = null, string? idempotencyKey = null)
    {
        await using var scope = Scope(caller);
        var context = scope.ServiceProvider.GetRequiredService<CommandContext>();
        context.ExpectedVersion = ifMatch;
        if (idempotencyKey is not null) context.IdempotencyKey = new IdempotencyKey(idempotencyKey, HashOf(command));
        var type = typeof(ICommandHandler<,>).MakeGenericType(command.GetType(), typeof(TResult));
        var handle = type.GetMethod(nameof(ICommandHandler<ICommand<TResult>, TResult>.Handle))!;
        var handler = scope.ServiceProvider.GetRequiredService(type);
        return await (Task<TResult>)handle.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [command, CancellationToken.None], null)!;
    }

    /// <summary>Looks into a module's database, seeing everything unless a caller is given.</summary>
    public async Task<TResult> Read<TContext, TResult>(Func<TContext, Task<TResult>> read, Caller? caller = null)
        where TContext : ModuleDbContext
    {
        await using var scope = Scope(caller);
        return await read(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>A scope that acts as the caller, or as the system itself.</summary>
    public AsyncServiceScope Scope(Caller? caller = null)
    {
        var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CallerContext>();
        if (caller is null) context.ActAsJob("test");
        else context.Act(caller, caller.MayAll ? RowScope.All : caller.Permissions.Values.DefaultIfEmpty(RowScope.None).Max());
        return scope;
    }

    /// <summary>Delivers an event to every consumer of it in these modules, as the relay of its publisher would, and works it off.</summary>
    public async Task Given(IIntegrationEvent happened, string stream, int position)
    {
        foreach (var module in _services.GetRequiredService<ModuleCatalog>().Descriptions)
        {
            await using var scope = Scope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Context!);
            var id = Guid.CreateVersion7(Time.GetUtcNow());
            foreach (var consumer in module.Consumers.Where(c => c.Events.Contains(happened.GetType())))
            {
                db.Inbox.Add(new InboxMessage
                {
                    MessageId = id,
                    Consumer = consumer.Name,
                    EventName = EventNames.Of(happened.GetType()),
                    Body = await PersonalJson.Write(happened, scope.ServiceProvider.GetRequiredService<IPersonKeys>(), CancellationToken.None),
                    Stream = stream,
                    StreamPosition = position,
                    OccurredAt = Time.GetUtcNow(),
                    ReceivedAt = Time.GetUtcNow(),
                    NextAttemptAt = Time.GetUtcNow(),
                });
            }

            await db.SaveChangesAsync();
        }

        await Pump();
    }

    /// <summary>Runs relays and inboxes until nothing is left to do.</summary>
    public Task Pump() => MessagePump.PumpAll(_services);

    /// <summary>Does the long work that was asked for, until nothing is left to do.</summary>
    public async Task RunOperations()
    {
        foreach (var module in _services.GetRequiredService<ModuleCatalog>().Descriptions.Where(m => m.Operations.Count > 0))
        {
            while (await _services.GetRequiredKeyedService<OperationRunner>(module.Name).RunNext(CancellationToken.None))
            {
            }
        }
    }

    /// <summary>What a module has published so far, oldest first.</summary>
    public Task<List<IIntegrationEvent>> Published<TContext>(params Type[] events)
        where TContext : ModuleDbContext => Read<TContext, List<IIntegrationEvent>>(async db =>
    {
        var known = events.ToDictionary(EventNames.Of);
        var stored = await db.Outbox.AsNoTracking().OrderBy(m => m.Position).ToListAsync();
        var persons = _services.GetRequiredService<IPersonKeys>();
        var published = new List<IIntegrationEvent>();
        foreach (var message in stored.Where(m => known.ContainsKey(m.EventName)))
            published.Add((IIntegrationEvent)await PersonalJson.Read(message.Body, known[message.EventName], persons, CancellationToken.None));
        return published;
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static string HashOf(object command) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType())));

    private static ServiceProvider Build(DatabaseProvider provider, string connection, FakeTime time, IModule[] modules, Action<IServiceCollection> outside)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(TestKeys.Ring);
        services.AddSingleton<IPersonKeys, TestPersonKeys>();
        services.AddSingleton<ICallers, TestCallers>();
        services.AddSingleton<IMailTransport, MailTray>();
        foreach (var setting in CompanySettings.All) services.AddSingleton(setting);
        services.AddSingleton<TestSettings>();
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<TestSettings>());
        var catalog = ModuleCatalog.Describe(modules);
        services.AddCrm(catalog, new DatabaseOptions { Provider = provider, ConnectionString = connection, SurvivesPowerCut = false });
        services.AddCrmMessaging(catalog);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddOperations(catalog);
        outside(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static async Task CreateTables(IServiceProvider services)
    {
        foreach (var module in services.GetRequiredService<ModuleCatalog>().Descriptions)
        {
            await using var scope = services.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Context!);
            var creator = (IRelationalDatabaseCreator)db.Database.GetService<IDatabaseCreator>();
            if (!await creator.ExistsAsync()) await creator.CreateAsync();
            await creator.CreateTablesAsync();
        }
    }
}
