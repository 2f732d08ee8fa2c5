using System.IO.Pipelines;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Exports;

/// <summary>Writes a file into the store while it is made, and finishes the export with it.</summary>
internal sealed class CustomerFileWriting(StoredFiles files)
{
    private const string Module = "customers";
    private const long MostBytes = 4L * 1024 * 1024 * 1024;
    private const int KeepDays = 7;

    public static async Task<CustomerFile> Find(OperationRun run, Guid id, CancellationToken ct)
    {
        await using var scope = run.NewScope();
        return await run.Database(scope.ServiceProvider).Set<CustomerFile>().AsNoTracking().SingleAsync(f => f.Id == id, ct);
    }

    /// <param name="run">Of the export.</param>
    /// <param name="id">Of the export.</param>
    /// <param name="upload">Name and kind of the file.</param>
    /// <param name="write">Writes it and tells how many records are in it.</param>
    /// <param name="ct">Cancels; nothing is left of the file.</param>
    public async Task<CustomerFileWritten> Write(OperationRun run, Guid id, FileUpload upload, Func<Stream, CancellationToken, Task<long>> write, CancellationToken ct)
    {
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = Fill(pipe.Writer, write, stop.Token);
        StoredFile stored;
        try
        {
            await using var content = pipe.Reader.AsStream();
            stored = await files.Save(Module, upload, content, MostBytes, ct);
        }
        catch
        {
            await stop.CancelAsync();
            await Task.WhenAny(writing);
            throw;
        }

        var (count, written) = (await writing, (CustomerFileWritten?)null);
        await run.Step(async step =>
        {
            var file = await step.Db.Set<CustomerFile>().SingleAsync(f => f.Id == id, ct);
            await StoredFiles.Keep(step.Db, stored.Id, ct);
            file.Finish(stored.Id, count, step.Db.Time.GetUtcNow().AddDays(KeepDays));
            // What was searched for may name a person, and an audit trail cannot forget: the filter is kept with the export.
            var details = new { file.Kind, file.Count, file.Format, file.Columns, Filter = Parameters(file.Query) };
            step.Db.AddAuditEntry(file.Kind == CustomerFileKind.Person ? "customers.export-person" : "customers.export", file.SubjectId is null ? "customer-file" : "customer",
                file.SubjectId?.Value ?? file.Id, details);
            (step.Done, step.Total, written) = (count, count, CustomerFileWritten.Of(file));
        }, ct);
        return written!;
    }

    private static async Task<long> Fill(PipeWriter pipe, Func<Stream, CancellationToken, Task<long>> write, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            await using var destination = pipe.AsStream(leaveOpen: true);
            return await write(destination, ct);
        }
        catch (Exception broken)
        {
            failure = broken;
            throw;
        }
        finally
        {
            // Whoever reads learns of a failure, and does not take a part for the whole.
            await pipe.CompleteAsync(failure);
        }
    }

    private static List<string> Parameters(string query) => [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => Uri.UnescapeDataString(p.Split('=')[0]))];
}
