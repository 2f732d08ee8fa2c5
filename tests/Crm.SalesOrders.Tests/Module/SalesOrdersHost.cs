using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Contracts;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>The module alone, with what its tests say again and again.</summary>
internal sealed class SalesOrdersHost : IAsyncDisposable
{
    private readonly ModuleHarness _harness;
    private int _terms;

    private SalesOrdersHost(ModuleHarness harness) => _harness = harness;

    public ModuleHarness Harness => _harness;

    public static Task<SalesOrdersHost> On(DatabaseProvider provider) => On(provider, _ => { });

    /// <param name="provider">Where.</param>
    /// <param name="outside">Takes the place of what the module meets outside, such as the mail transport.</param>
    public static async Task<SalesOrdersHost> On(DatabaseProvider provider, Action<IServiceCollection> outside) =>
        new(await ModuleHarness.Start(provider, outside, new SalesOrdersModule()));

    public Task<TResult> Do<TResult>(ICommand<TResult> command, Caller? caller = null, string? key = null, int? ifMatch = null) =>
        _harness.Send(command, caller ?? Callers.App, ifMatch, key);

    public Task<TResult> See<TResult>(Func<SalesOrdersDbContext, Task<TResult>> look, Caller? caller = null) => _harness.Read(look, caller);

    /// <summary>A question that is no command.</summary>
    public async Task<TResult> Ask<TService, TResult>(Func<TService, Task<TResult>> question, Caller? caller = null)
        where TService : notnull
    {
        await using var scope = _harness.Scope(caller ?? Callers.App);
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>An event of another module arrives.</summary>
    public Task Hear(IIntegrationEvent happened, Guid source, int version) => _harness.Given(happened, $"source/{source}", version);

    public async Task<Guid> Customer(string code = "ALFKI", bool isBlocked = false)
    {
        var id = Guid.CreateVersion7();
        await Hear(new CustomerRegisteredV1(id, Customers.State(id, code, isBlocked)), id, version: 1);
        return id;
    }

    /// <summary>Customers says how much a customer may owe.</summary>
    public Task Terms(Guid customer, decimal? limit = null, string currency = "EUR", int? paymentDays = null, bool isBlocked = false) =>
        _harness.Given(new CreditTermsChangedV1(customer, limit, currency, paymentDays, isBlocked), $"credit-terms/{customer}", ++_terms);

    public async Task<Guid> Salesperson(string login, Guid? unit = null)
    {
        var id = Guid.CreateVersion7();
        await Hear(new UserChangedV1(id, login, $"Person {login}", null, unit, null, "UTC", Active: true), id, version: 1);
        return id;
    }

    public async Task<Guid> Product(string sku, int onHand = 0, decimal price = 10m, bool isActive = true)
    {
        var product = await Do(new AddProduct { Sku = sku, Name = $"Product {sku}", ListPrice = price, Currency = "EUR", Cost = 6m, IsActive = isActive });
        if (onHand > 0) await Do(new CountStock { ProductId = product.Id, OnHand = onHand });
        return product.Id;
    }

    public Task<StockLevel> Stock(string sku, string warehouse = Warehouses.Default) =>
        See(db => db.StockLevels.AsNoTracking().SingleAsync(l => l.Sku == sku && l.Warehouse == warehouse));

    public Task<Order> Order(Guid id) => See(db => db.Orders.AsNoTracking().SingleAsync(o => o.Id == new OrderId(id)));

    /// <summary>The names of the events published so far, oldest first.</summary>
    public Task<List<string>> Published() => See(db => db.Outbox.OrderBy(m => m.Position).Select(m => m.EventName).ToListAsync());

    public ValueTask DisposeAsync() => _harness.DisposeAsync();
}

internal static class Callers
{
    public static readonly Caller App = new(Guid.CreateVersion7(), CallerKind.Application, "shop") { MayAll = true };

    /// <summary>Somebody else, who agrees to what the shop asks for.</summary>
    public static readonly Caller Boss = new(Guid.CreateVersion7(), CallerKind.Person, "Boss") { MayAll = true };

    public static Caller Person(RowScope scope, Guid? unit = null) => new(Guid.CreateVersion7(), CallerKind.Person, "Nancy")
    {
        UnitId = unit,
        Permissions = new Dictionary<string, RowScope>
        {
            [SalesOrdersPermissions.PlaceOrders.Name] = scope,
            [SalesOrdersPermissions.ConfirmOrders.Name] = scope,
        },
    };
}

internal static class Customers
{
    public static CustomerStateV1 State(Guid id, string code, bool isBlocked = false, bool isDeleted = false, string? name = null) => new(
        id, code, "organisation", name ?? $"Customer {code}", "DE", null, "Berlin", null, null, null, "active", null, null, null, null,
        isBlocked, isDeleted, DateTimeOffset.UnixEpoch, [new("northwind", $"NW-{code}")]);
}

/// <summary>What the database is asked to do on behalf of one test, whichever other tests run beside it.</summary>
internal sealed class CommandLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();

    // From the beginning: EF Core notices only after a second that somebody began to listen.
    [ModuleInitializer]
    public static void Listen() => DiagnosticListener.AllListeners.Subscribe(new CommandLog());

    /// <summary>Records the database commands of the work, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Of(Func<Task> work)
    {
        var commands = Current.Value = new ConcurrentQueue<string>();
        await work();
        Current.Value = null;
        return [.. commands];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData executed)
            Current.Value?.Enqueue(executed.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
