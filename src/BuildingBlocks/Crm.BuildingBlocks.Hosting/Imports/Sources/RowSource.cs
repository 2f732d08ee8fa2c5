using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>One record of a file: the texts of the columns that are wanted, or what is wrong with it.</summary>
internal sealed record SourceLine(long Line, string[] Texts, ImportFault? Fault)
{
    /// <summary>What it takes in memory, in characters.</summary>
    public int Length => Texts.Sum(t => t.Length);
}

/// <summary>A column that a profile reads, and how a value that has a type in the file is written down for it.</summary>
/// <param name="Name">As the header calls it.</param>
/// <param name="DecimalSeparator">That the profile expects there.</param>
/// <param name="DateFormat">That the profile expects there; null: ISO 8601.</param>
/// <param name="MayBeMissing">It counts as empty then.</param>
internal sealed record WantedColumn(string Name, string DecimalSeparator, string? DateFormat, bool MayBeMissing = false)
{
    /// <summary>As words: the one column that is called one of these is meant, whatever its name is to the letter. Null: the name alone counts.</summary>
    public IReadOnlyList<string>? Called { get; init; }
}

/// <summary>A file with a header, read record by record in constant memory.</summary>
/// <param name="name">Of the file, for messages.</param>
internal abstract class RowSource(string name) : IAsyncDisposable
{
    /// <summary>In characters: 4 MiB of memory, and one record more.</summary>
    private const int LargestBatch = 2 * 1024 * 1024;

    /// <summary>As many as a sheet of a workbook can have.</summary>
    public const int MostColumns = 16_384;

    public abstract IReadOnlyList<string> Headers { get; }

    protected string Name { get; } = name;

    /// <summary>Index of each wanted column; -1 of one that the file does not have and that counts as empty.</summary>
    protected int[] Wanted { get; private set; } = [];

    protected IReadOnlyList<WantedColumn> WantedColumns { get; private set; } = [];

    /// <returns>Null at the end of the file.</returns>
    public abstract ValueTask<SourceLine?> Next(CancellationToken ct);

    /// <summary>Reads over records that were worked off before.</summary>
    /// <returns>How many there were.</returns>
    public abstract Task<long> Skip(long most, CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    /// <summary>Chooses the columns whose texts <see cref="Next"/> gives, in this order.</summary>
    public void Want(IReadOnlyList<WantedColumn> columns)
    {
        var places = Headers.Select((header, i) => (Name: header.Trim(), Index: i)).ToLookup(h => h.Name, h => h.Index);
        var words = columns.Any(c => c.Called is not null) ? Headers.Select((header, i) => (Words: HeaderWords.WordsOf(header), Index: i)).ToLookup(h => h.Words, h => h.Index) : null;
        (WantedColumns, Wanted) = (columns, [.. columns.Select(c => c.Called is { } called ? IndexOf([.. called.SelectMany(n => words![n])]) : IndexOf(c, [.. places[c.Name]]))]);
    }

    /// <summary>The rest of the file in batches that fit into memory, however long its records are.</summary>
    /// <param name="mostLines">In one batch.</param>
    /// <param name="ct">Ends the reading.</param>
    public async IAsyncEnumerable<List<SourceLine>> Batches(int mostLines, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = new List<SourceLine>();
        var length = 0;
        while (await Next(ct) is { } line)
        {
            lines.Add(line);
            length += line.Length;
            if (lines.Count < mostLines && length < LargestBatch) continue;
            yield return lines;
            (lines, length) = ([], 0);
        }

        if (lines.Count > 0) yield return lines;
    }

    // Of two that are called so neither is meant.
    private static int IndexOf(int[] places) => places is [var only] ? only : -1;

    private int IndexOf(WantedColumn column, int[] places) => places switch
    {
        [var only] => only,
        [] when column.MayBeMissing => -1,
        [] => throw ImportRules.ColumnMissing.Broken(column.Name, Name, FaultValues.Shorten(string.Join(", ", Headers))),
        _ => throw ImportRules.ColumnTwice.Broken(column.Name, Name),
    };
}
