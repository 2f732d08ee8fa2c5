using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>How the two files of an import are read.</summary>
internal sealed class ImportPlans
{
    private readonly ImportRun _run;

    private ImportPlans(ImportRun run)
    {
        var (profile, shape) = (run.Profile, run.Shape);
        _run = run;
        Rows = new RowPlan(shape, profile.Fields, profile.Key.Columns, profile.Key.Separator, profile.Format, prefix: "", profile.FurtherFieldsByName);
        if (profile.Details is not { } details || run.Import.DetailFileId is null) return;
        var element = shape.List!.Element!;
        Details = new RowPlan(element, details.Fields, details.Key, profile.Key.Separator, DetailFormat, prefix: $"{details.Field}.");
    }

    public RowPlan Rows { get; }

    /// <summary>Null without a second file.</summary>
    public RowPlan? Details { get; }

    private ImportFormat DetailFormat => _run.Profile.Details!.Format ?? _run.Profile.Format;

    public static ImportPlans Of(ImportRun run) => new(run);

    public async Task<RowSource> OpenFirst(StoredFiles files, ImportOptions options, CancellationToken ct)
    {
        var source = await Open(files, _run.Import.FileId, _run.Profile.Format, options, ct);
        source.Want(Rows.Columns);
        return source;
    }

    public async Task<RowSource> OpenSecond(StoredFiles files, ImportOptions options, CancellationToken ct)
    {
        var source = await Open(files, _run.Import.DetailFileId!.Value, DetailFormat, options, ct);
        source.Want(Details!.Columns);
        return source;
    }

    private async Task<RowSource> Open(StoredFiles files, Guid id, ImportFormat format, ImportOptions options, CancellationToken ct)
    {
        await using var scope = _run.Operation.NewScope();
        var file = await _run.Operation.Database(scope.ServiceProvider).Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct)
            ?? throw new ResourceNotFound("file", id.ToString());
        return await RowSources.Open(await files.Open(_run.Module, file, ct), file.Name, format, options, ct);
    }
}
