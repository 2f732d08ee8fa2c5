using Crm.BuildingBlocks.Hosting.Operations;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>One row of a file on its way into the system.</summary>
public abstract class ImportRow(long line, string? key)
{
    private readonly List<ImportFault> _faults = [];

    /// <summary>1-based line at which it begins in the file.</summary>
    public long Line { get; } = line;

    /// <summary>Null when the file gives none; such a row has failed already.</summary>
    public string? Key { get; } = key;

    public ImportOutcome Outcome { get; private set; } = ImportOutcome.Failed;

    /// <summary>The record that was created, updated or found unchanged.</summary>
    public Guid? RecordId { get; private set; }

    public IReadOnlyList<ImportFault> Faults => _faults;

    /// <summary>The record that the row is taken for although its key is not known: it is like it, and the profile says that it shall be changed.</summary>
    public Guid? Means { get; internal set; }

    internal bool IsRefused => _faults.Count > 0;

    /// <summary>What becomes of it is known before the target sees it.</summary>
    internal bool IsSettled => IsRefused || IsSkipped;

    /// <summary>Its key was in the file before; the earlier row keeps it.</summary>
    internal bool IsRepeated { get; set; }

    /// <summary>It means the record of an earlier row, and such rows are skipped.</summary>
    internal bool IsSkipped { get; private set; }

    /// <summary>By which it is recognised, as keyed hashes.</summary>
    internal IReadOnlyList<long> Marks { get; set; } = [];

    /// <summary>What the record that it changes was recognised by before.</summary>
    internal IReadOnlyList<string> FormerMarks { get; private set; } = [];

    public void Created(Guid record) => (Outcome, RecordId) = (ImportOutcome.Created, record);

    public void Updated(Guid record) => (Outcome, RecordId) = (ImportOutcome.Updated, record);

    public void Unchanged(Guid record) => (Outcome, RecordId) = (ImportOutcome.Unchanged, record);

    /// <summary>The record that the row is like stays as it is.</summary>
    internal void Skipped(Guid record) => (Outcome, RecordId) = (ImportOutcome.Skipped, record);

    internal void SkippedForGood() => (Outcome, IsSkipped) = (ImportOutcome.Skipped, true);

    /// <summary>Says by what the record that the row is about to change was recognised until now: a later row must not be taken for it by that.</summary>
    public void WasKnownBy(IEnumerable<string> marks) => FormerMarks = [.. marks];

    /// <summary>The row is not taken.</summary>
    /// <param name="rule">Why.</param>
    /// <param name="values">Fill the placeholders of the rule.</param>
    public void Refuse(Rule rule, params object?[] values) => Refuse(new ImportFault(Line, null, null, rule.Code, rule.Text, values));

    /// <summary>The row is not taken: a command refused it before anything was done.</summary>
    public void Refuse(Refusal refusal)
    {
        var (code, text, values, field) = RefusedWork.Describe(refusal);
        Refuse(new ImportFault(Line, field, null, code, text, values));
    }

    internal void Refuse(ImportFault fault)
    {
        _faults.Add(fault);
        (Outcome, RecordId) = (ImportOutcome.Failed, null);
    }

    /// <summary>Before another try: what a target said in a transaction that was rolled back does not count.</summary>
    internal void Forget() => (Outcome, RecordId, Means, FormerMarks) = (IsSkipped ? ImportOutcome.Skipped : ImportOutcome.Failed, null, null, []);
}

/// <inheritdoc/>
public sealed class ImportRow<TRow> : ImportRow
    where TRow : class
{
    private readonly TRow? _value;

    internal ImportRow(long line, string? key, ImportRef reference, TRow? value) : base(line, key) => (Ref, _value) = (reference, value);

    public ImportRef Ref { get; }

    public TRow Value => _value ?? throw new InvalidOperationException("The row was refused before it could be read.");
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Line">Of the file, or of the second file.</param>
/// <param name="Field">Field of the target, such as <c>lines.unitPrice</c>.</param>
/// <param name="Value">What the file said.</param>
/// <param name="Code">Stable.</param>
/// <param name="Text">What is wrong and what to do.</param>
/// <param name="Values">Fill the placeholders.</param>
public sealed record ImportFault(long Line, string? Field, string? Value, string Code, Phrase Text, object?[] Values);
