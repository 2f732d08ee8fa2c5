namespace Crm.BuildingBlocks.Hosting.Imports.Duplicates;

/// <summary>A target that can tell by more than the key which record a row means.</summary>
public interface IRecognisesDuplicates<TRow>
    where TRow : class
{
    /// <summary>Names of what records are recognised by, for profiles.</summary>
    static abstract IReadOnlyList<string> Traits { get; }

    /// <summary>Those of <see cref="Traits"/> that no two records can share: a file that says one twice is at fault there, whatever its profile asks for.</summary>
    static abstract IReadOnlyList<string> UniqueTraits { get; }

    /// <summary>The fields that a trait compares, with their resource as masks name them: who does not see them in full is not told who agrees in them.</summary>
    static abstract IReadOnlyList<string> FieldsOf(string trait);

    /// <summary>One text for each trait that the row has something of: equal for rows that mean the same record.</summary>
    static abstract IEnumerable<string> MarksOf(TRow row, IReadOnlyCollection<string> traits);

    /// <summary>The records that rows without a known key are like, whether or not the caller may see them.</summary>
    /// <param name="rows">Valid rows.</param>
    /// <param name="traits">By which.</param>
    /// <param name="run">The operation: whatever has no marks of its own leaves out the records of its <see cref="ImportedRow"/>s, for a dry run has none.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyDictionary<ImportRow<TRow>, AlikeRecord>> Alike(IReadOnlyList<ImportRow<TRow>> rows, IReadOnlyCollection<string> traits, Guid run, CancellationToken ct);
}

/// <param name="Id">The record.</param>
/// <param name="Label">By which people know it; null when the caller may not see it.</param>
/// <param name="By">The trait that they share.</param>
public sealed record AlikeRecord(Guid Id, string? Label, string By);

/// <summary>What becomes of a row whose key is not known but which is like a record that is there.</summary>
public enum DuplicatePolicy
{
    [Label("Create another record", "新建记录")]
    Create,
    [Label("Leave the record as it is", "保留现有记录")]
    Skip,
    [Label("Change the record", "更新现有记录")]
    Update,
    [Label("Refuse the row", "拒绝该行")]
    Refuse,
}

/// <param name="Policy">What to do.</param>
/// <param name="By">Traits of the target, such as <c>taxId</c>; one that agrees is enough.</param>
public sealed record ImportDuplicates(DuplicatePolicy Policy, IReadOnlyList<string> By);

/// <summary>By what a row of a run is recognised, as a keyed hash: the next row with the same is a duplicate within the file.</summary>
public sealed class ImportedMark
{
    public required Guid Id { get; init; }

    public required Guid OperationId { get; init; }

    public required long Hash { get; init; }

    public required long Line { get; init; }
}
