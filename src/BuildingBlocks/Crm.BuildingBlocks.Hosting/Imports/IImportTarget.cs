namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>
/// Where the rows of a file go: a module's own commands, or the same aggregates in bulk. <typeparamref name="TRow"/> is a record with one
/// constructor whose parameters are the fields that a profile may fill: text, numbers, dates, flags, enums, and at most one
/// <c>IReadOnlyList</c> of another such record for the lines of a second file. What may not be null is required.
/// </summary>
public interface IImportTarget<TRow>
    where TRow : class
{
    /// <summary>
    /// Creates or updates the records of these rows, in one transaction that the import commits, or rolls back when it only checks. Says
    /// of each row what became of it. A row that cannot be taken is refused by <see cref="ImportRow{TRow}.Refuse"/> before anything of it
    /// is done, or by throwing: then the rows are tried again in smaller and smaller parts until the guilty one is found.
    /// </summary>
    /// <param name="rows">Valid rows with different keys, in the order of the file.</param>
    /// <param name="context">Knows about earlier rows.</param>
    /// <param name="ct">Cancels; the transaction is rolled back.</param>
    Task Apply(IReadOnlyList<ImportRow<TRow>> rows, ImportContext context, CancellationToken ct);
}

/// <summary>A field of an import row, in words.</summary>
/// <param name="english">What it means.</param>
/// <param name="chinese">The same in Chinese.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ImportFieldAttribute(string english, string chinese) : Attribute
{
    public Phrase Text { get; } = new(english, chinese);

    /// <summary>Most characters of a text.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>What other programs call a column that holds it, separated by bars. Case, spaces, accents and punctuation do not count.</summary>
    public string Synonyms { get; init; } = "";

    /// <summary>What its values look like, where that tells it from others.</summary>
    public ImportContent Content { get; init; }

    /// <summary>It may say something of a person, so that no column that fills it is proposed as a key: keys are kept in clear. Mails, phones and names of persons always may.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>What the values of a column look like.</summary>
public enum ImportContent
{
    Any,
    Email,
    Phone,
    Country,
    PostalCode,
    Date,
    PersonName,
}

public enum ImportOutcome
{
    [Label("Failed", "失败")]
    Failed,
    [Label("Created", "已创建")]
    Created,
    [Label("Updated", "已更新")]
    Updated,
    [Label("Unchanged", "未变化")]
    Unchanged,

    /// <summary>Like a record that is there, which stays as it is.</summary>
    [Label("Skipped", "已跳过")]
    Skipped,
}

/// <summary>What an import row is by: the pair under which the record is known outside.</summary>
/// <param name="System">Of the profile, such as <c>northwind</c>.</param>
/// <param name="Id">The key of the row.</param>
public sealed record ImportRef(string System, string Id);
