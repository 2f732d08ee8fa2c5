using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.Testing;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class CrashTests
{
    [SkippableTheory]
    [EveryProvider(KeepMoves.Name), EveryProvider(ProjectMoves.Name)]
    public async Task A_process_killed_between_an_effect_and_its_commit_leaves_neither(DatabaseProvider provider, string consumer)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        var stream = (await host.Send(parcels: 1, p => p.Move(times: 3)))[0];

        await using (var worker = Worker(database, consumer, "2"))
        {
            await worker.Line($"holds {consumer}");
            await worker.Kill();
        }

        await host.RunUntilSettled();

        (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2, 3]);
        (await host.Positions(ProjectMoves.Name, stream)).ShouldBe([1, 2, 3]);
        (await host.Inbox(consumer)).ShouldAllBe(m => m.Attempts == 0);
    }

    [SkippableTheory, EveryProvider]
    public async Task Processes_killed_in_the_middle_of_work_cost_no_effect_and_double_none(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        var streams = await host.Send(parcels: 60, p => p.Move(times: 6));

        // Few of the 720 effects: on a busy machine a worker does many more until its death reaches it, and the last one must not run out of work.
        foreach (var lines in new[] { 5, 10, 20 })
        {
            await using var worker = Worker(database);
            for (var line = 0; line < lines; line++) await worker.Line("does");
            await worker.Kill();
        }

        await host.RunUntilSettled();

        foreach (var stream in streams)
        {
            (await host.Positions(KeepMoves.Name, stream)).ShouldBe([1, 2, 3, 4, 5, 6]);
            (await host.Positions(ProjectMoves.Name, stream)).ShouldBe([1, 2, 3, 4, 5, 6]);
        }
    }

    private static ChildProcess Worker(TestDatabase database, params string[] hold) =>
        ChildProcess.OfAssembly(typeof(MessagingWorker), ["messaging-worker", $"{database.Provider}", database.ConnectionString, .. hold]);
}
