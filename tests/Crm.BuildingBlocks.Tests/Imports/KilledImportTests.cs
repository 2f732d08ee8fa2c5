using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class KilledImportTests
{
    private const int Rows = 400;

    [SkippableTheory, EveryProvider]
    public async Task A_process_killed_in_the_middle_of_a_batch_loses_no_row_and_doubles_none(DatabaseProvider provider)
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are those of Unix.");
        await using var database = await Database(provider);
        await using var survivor = Start(database, ("Imports:BatchSize", "20"));
        var import = await survivor.Import(ImportTests.GadgetFile(Rows));

        await using (var child = ChildProcess.OfAssembly(typeof(KilledImportTests), ["import-worker", $"{provider}", database.ConnectionString]))
        {
            await child.Line("inside a batch");
            await child.Kill();
        }

        (await survivor.View(Root, import)).Done.ShouldBeInRange(1, Rows - 1);
        (await survivor.Runner.RunNext(default)).ShouldBeFalse();
        survivor.Time.Advance(TimeSpan.FromMinutes(1));
        var outcome = await survivor.Finished(import);

        outcome.Counts.ShouldBe((Rows, 0, 0, 0));
        (await survivor.Gadgets()).Select(g => int.Parse(g.ExternalId)).Order().ShouldBe(Enumerable.Range(1, Rows));
        (await survivor.In(Root, (_, db) => db.Set<ImportedRow>().CountAsync(r => r.OperationId == import.Value))).ShouldBe(Rows);
        (await survivor.In(Root, (_, db) => db.Audit.CountAsync(a => a.RecordType == "gadget"))).ShouldBe(Rows);
    }

    /// <summary>The process that is killed: runs the import and stops dead inside its tenth batch, before that commits.</summary>
    internal static async Task<int> Worker(string provider, string connectionString)
    {
        await using var host = Start(Enum.Parse<DatabaseProvider>(provider), connectionString, ("Imports:BatchSize", "20"));
        host.Hook.Before = async (line, ct) =>
        {
            if (line < 200) return;
            await Console.Out.WriteLineAsync("inside a batch");
            await Console.Out.FlushAsync(ct);
            await Task.Delay(Timeout.Infinite, ct);
        };
        await host.RunAll();
        return 0;
    }
}
