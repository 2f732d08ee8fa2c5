using System.Diagnostics;
using System.Globalization;
using System.Text;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.LongWork;
using Microsoft.Extensions.DependencyInjection;
using static Crm.BuildingBlocks.Tests.LongWork.LongWorkHost;

namespace Crm.BuildingBlocks.Tests.Imports;

/// <summary>Measures an import of so many rows: <c>dotnet Crm.BuildingBlocks.Tests.dll import-speed Sqlite 1000000</c>.</summary>
internal static class ImportSpeed
{
    public static async Task<int> Run(string provider, string rows)
    {
        await using var database = await Database(Enum.Parse<DatabaseProvider>(provider));
        await using var host = Start(database);
        var most = int.Parse(rows, CultureInfo.InvariantCulture);
        var operation = await Upload(host, most);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var clock = Stopwatch.StartNew();
        await host.RunAll();
        var (seconds, peak) = (clock.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64);
        var view = await host.View(Root, operation);
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"{provider}: {view.State}, {view.Done} rows in {seconds:F1} s = {view.Done / seconds:F0}/s; working set {before >> 20} MiB before, {peak >> 20} MiB at most"));
        return view.State == OperationState.Succeeded ? 0 : 1;
    }

    // Straight from a generator into the store: a million rows in one string would hide what the import itself needs.
    private static async Task<OperationId> Upload(LongWorkHost host, int rows)
    {
        await using var lines = new GeneratedRows(rows);
        var file = await host.Services.GetRequiredService<StoredFiles>()
            .Save(LongWorkModule.ModuleName, new FileUpload("gadgets.csv", "text/csv"), lines, long.MaxValue, default);
        return await host.In(Root, async (services, db) =>
        {
            await StoredFiles.Keep(db, file.Id, default);
            var import = new Import
            {
                Id = Guid.CreateVersion7(),
                Target = "long-work.gadgets",
                Profile = Uploads.Profile,
                FileId = file.Id,
                FileName = file.Name,
                CallerId = Root.Id,
                CallerName = Root.Name,
                CreatedAt = db.Time.GetUtcNow(),
            };
            db.Add(import);
            var id = await services.GetRequiredService<OperationStarter>()
                .Start(db, ImportOperation.KindOf(db.Module), new ImportOperation.Input(import.Id, IsDryRun: false), default);
            import.OperationId = id.Value;
            await db.SaveChangesAsync();
            return id;
        });
    }

    private sealed class GeneratedRows(int rows) : MemoryStream
    {
        private int _next;
        private byte[] _line = Encoding.ASCII.GetBytes("Id,Name,Price\n");
        private int _offset;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var written = 0;
            while (written < buffer.Length)
            {
                if (_offset == _line.Length)
                {
                    if (_next == rows) break;
                    _next++;
                    (_line, _offset) = (Encoding.ASCII.GetBytes($"{_next},Thing {_next},{_next % 1000}\n"), 0);
                }

                var count = Math.Min(buffer.Length - written, _line.Length - _offset);
                _line.AsMemory(_offset, count).CopyTo(buffer[written..]);
                (written, _offset) = (written + count, _offset + count);
            }

            return ValueTask.FromResult(written);
        }
    }
}
