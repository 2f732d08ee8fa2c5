using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Checks or runs one import of a module.</summary>
internal sealed class ImportOperation(ModuleCatalog modules, IServiceProvider services) : IOperation<ImportOperation.Input, ImportResult>
{
    public static string KindOf(string module) => $"{module}.import";

    public async Task<ImportResult> Run(Input input, OperationRun run, CancellationToken ct)
    {
        Import import;
        string module;
        await using (var scope = run.NewScope())
        {
            var db = run.Database(scope.ServiceProvider);
            module = db.Module;
            import = await db.Set<Import>().AsNoTracking().SingleAsync(i => i.Id == input.ImportId, ct);
        }

        var target = modules.Find(module)!.Imports.Find(i => i.Target == import.Target) ?? throw new ResourceNotFound("import target", import.Target);
        var profile = JsonSerializer.Deserialize<ImportProfile>(import.Profile, EventJson.Options)!;
        RowShape shape;
        await using (var scope = run.NewScope()) shape = await target.ShapeNow(scope.ServiceProvider, ct);
        return await target.Run(services, new ImportRun(module, import, profile, target, run, input.IsDryRun) { Shape = shape }, ct);
    }

    internal sealed record Input(Guid ImportId, bool IsDryRun);
}

/// <summary>What one run of an import works with.</summary>
public sealed record ImportRun(string Module, Import Import, ImportProfile Profile, ImportDescription Target, OperationRun Operation, bool IsDryRun)
{
    internal RowShape Shape { get; init; } = Target.Shape;
}

/// <param name="ImportId">The import.</param>
/// <param name="IsDryRun">Nothing was changed; the numbers are what would come of it.</param>
/// <param name="Created">Records.</param>
/// <param name="Updated">Records.</param>
/// <param name="Unchanged">Records.</param>
/// <param name="Skipped">Rows that are like a record that is there, which stays as it is.</param>
/// <param name="Failed">Rows, each with its reasons among the problems.</param>
/// <param name="ResultLink">Of the import.</param>
public sealed record ImportResult(Guid ImportId, bool IsDryRun, long Created, long Updated, long Unchanged, long Skipped, long Failed, string ResultLink) : ILinkedResult;

/// <summary>How far an import has come: the checkpoint of its operation.</summary>
internal sealed record ImportMark
{
    /// <summary>Records of the first file; null until both files were read through once.</summary>
    public long? Records { get; init; }

    public long DetailRecords { get; init; }

    /// <summary>Records of the second file that are staged.</summary>
    public long Staged { get; init; }

    /// <summary>Records of the first file that are worked off.</summary>
    public long Taken { get; init; }

    /// <summary>Line of the second file up to which rows without a partner are reported.</summary>
    public long LoneUpTo { get; init; }

    public long Created { get; init; }

    public long Updated { get; init; }

    public long Unchanged { get; init; }

    public long Skipped { get; init; }

    public long Failed { get; init; }

    public ImportMark With(IReadOnlyCollection<ImportRow> rows) => this with
    {
        Taken = Taken + rows.Count,
        Created = Created + rows.Count(r => r.Outcome == ImportOutcome.Created),
        Updated = Updated + rows.Count(r => r.Outcome == ImportOutcome.Updated),
        Unchanged = Unchanged + rows.Count(r => r.Outcome == ImportOutcome.Unchanged),
        Skipped = Skipped + rows.Count(r => r.Outcome == ImportOutcome.Skipped),
        Failed = Failed + rows.Count(r => r.Outcome == ImportOutcome.Failed),
    };
}
