using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Operations;

public sealed class LeaseTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_renewal_that_fails_is_made_up_for_by_the_next_and_harms_neither_the_lease_nor_the_work()
    {
        await using var database = await Database(DatabaseProvider.Sqlite);
        await using var host = Start(database);
        var id = await host.Ask(Ann, CountUp.Kind, new CountUp.Input(3, 1));
        var scopes = new FlakyScopes(host.Services.GetRequiredService<IServiceScopeFactory>());
        var module = host.Services.GetRequiredService<ModuleCatalog>().Find(LongWorkModule.ModuleName)!;
        var leases = new OperationLeases(module, scopes, host.Time, new OperationOptions(), NullLogger.Instance);
        var operation = (await leases.Take(default)).ShouldNotBeNull();
        using var run = new CancellationTokenSource();
        scopes.IsAway = true;
        var keeping = leases.Keep(operation, run);

        host.Time.Advance(Beat);
        await scopes.Failed;
        scopes.IsAway = false;
        host.Time.Advance(Beat);

        while (await LeaseOf(host, id) == operation.LeaseUntil) keeping.IsFaulted.ShouldBeFalse();
        run.IsCancellationRequested.ShouldBeFalse();
        await run.CancelAsync();
        await keeping;
    }

    private static Task<DateTimeOffset?> LeaseOf(LongWorkHost host, OperationId id) =>
        host.In(Root, (_, db) => db.Operations.Where(o => o.Id == id.Value).Select(o => o.LeaseUntil).SingleAsync());

    /// <summary>A database that is away for a while.</summary>
    private sealed class FlakyScopes(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAway { get; set; }

        public Task Failed => _failed.Task;

        public IServiceScope CreateScope()
        {
            if (!IsAway) return scopes.CreateScope();
            _failed.TrySetResult();
            throw new TimeoutException("The database blinked.");
        }
    }
}
