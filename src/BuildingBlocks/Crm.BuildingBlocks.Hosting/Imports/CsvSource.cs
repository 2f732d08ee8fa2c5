using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>One record of a file: the texts of the columns that are wanted, or what is wrong with it.</summary>
internal sealed record CsvLine(long Line, string[] Texts, ImportFault? Fault)
{
    /// <summary>What it takes in memory, in characters.</summary>
    public int Length => Texts.Sum(t => t.Length);
}

/// <summary>
/// Reads a CSV file record by record in constant memory. A record with wrong quotes or a wrong number of fields is told apart from the
/// others; a quote that is never closed, and a record longer than allowed, end the reading, since nothing behind them means anything.
/// </summary>
internal sealed class CsvSource : IAsyncDisposable
{
    /// <summary>In characters: 4 MiB of memory, and one record more.</summary>
    private const int LargestBatch = 2 * 1024 * 1024;

    private readonly CsvReader _reader;
    private readonly string _name;
    private readonly int _mostRecordBytes;
    private CsvMalformedRecord? _malformed;
    private int[] _wanted = [];

    private CsvSource(Stream content, string name, ImportFormat format, int mostRecordBytes)
    {
        (_name, _mostRecordBytes) = (name, mostRecordBytes);
        Encoding = format.Encoding;
        _reader = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = format.Delimiter[0],
            Encoding = FileEncodings.Find(format.Encoding),
            MaxRecordSize = mostRecordBytes,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => _malformed = record,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            DetectSeparatorHint = false,
        }, leaveOpen: false);
    }

    public string? Encoding { get; }

    public static async Task<CsvSource> Open(Stream content, string name, ImportFormat format, int mostRecordBytes, CancellationToken ct)
    {
        var source = new CsvSource(content, name, format, mostRecordBytes);
        try
        {
            await source.ReadHeader(ct);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Chooses the columns whose texts <see cref="Next"/> gives, in this order.</summary>
    public void Want(IReadOnlyList<string> columns) => _wanted = [.. columns.Select(IndexOf)];

    /// <returns>Null at the end of the file.</returns>
    public async ValueTask<CsvLine?> Next(CancellationToken ct)
    {
        while (await Read(ct))
        {
            // A line of nothing, such as the last one that many programs write.
            if (_reader.FieldCount == 1 && _reader.IsEmpty(0)) continue;
            var line = _reader.LineNumber;
            return Fault(line) is { } fault ? new CsvLine(line, [], fault) : new CsvLine(line, Texts(), null);
        }

        return null;
    }

    /// <summary>The rest of the file in batches that fit into memory, however long its records are.</summary>
    /// <param name="mostLines">In one batch.</param>
    /// <param name="ct">Ends the reading.</param>
    public async IAsyncEnumerable<List<CsvLine>> Batches(int mostLines, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = new List<CsvLine>();
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

    /// <summary>Reads over records that were worked off before.</summary>
    /// <returns>How many there were.</returns>
    public async Task<long> Skip(long most, CancellationToken ct)
    {
        long skipped = 0;
        while (skipped < most && await Read(ct))
        {
            if (_reader.FieldCount > 1 || !_reader.IsEmpty(0)) skipped++;
        }

        return skipped;
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private async Task ReadHeader(CancellationToken ct)
    {
        try
        {
            await _reader.ReadHeaderAsync(ct);
        }
        catch (CsvFormatException)
        {
            throw ImportRules.RecordTooLong.Broken(1, _name, _mostRecordBytes);
        }

        RefuseOpenQuote();
        if (_reader.Headers is not { Count: > 0 }) throw ImportRules.NoHeader.Broken(_name);
    }

    private async ValueTask<bool> Read(CancellationToken ct)
    {
        _malformed = null;
        try
        {
            var read = await _reader.ReadAsync(ct);
            RefuseOpenQuote();
            return read;
        }
        catch (CsvFormatException tooLong)
        {
            throw ImportRules.RecordTooLong.Broken(tooLong.LineNumber, _name, _mostRecordBytes);
        }
    }

    private void RefuseOpenQuote()
    {
        if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote } open) throw ImportRules.QuoteOpen.Broken(open.LineNumber, _name);
    }

    private ImportFault? Fault(long line)
    {
        if (_malformed is not null) return new ImportFault(line, null, Raw(), ImportRules.Malformed.Code, ImportRules.Malformed.Text, []);
        return _reader.FieldCount == _reader.Headers!.Count
            ? null
            : new ImportFault(line, null, Raw(), ImportRules.FieldCount.Code, ImportRules.FieldCount.Text, [_reader.FieldCount, _reader.Headers.Count]);
    }

    private string Raw() => FaultValues.Shorten(System.Text.Encoding.UTF8.GetString(_reader.RawRecord[..Math.Min(_reader.RawRecord.Length, 4 * FaultValues.Most)]));

    private string[] Texts()
    {
        var texts = new string[_wanted.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = _reader.GetString(_wanted[i]);
        return texts;
    }

    private int IndexOf(string column)
    {
        var found = -1;
        for (var i = 0; i < _reader.Headers!.Count; i++)
        {
            if (_reader.Headers[i].Trim() != column) continue;
            if (found >= 0) throw ImportRules.ColumnTwice.Broken(column, _name);
            found = i;
        }

        if (found >= 0) return found;
        throw ImportRules.ColumnMissing.Broken(column, _name, FaultValues.Shorten(string.Join(", ", _reader.Headers)));
    }
}

/// <summary>Encodings by the names that profiles use.</summary>
internal static class FileEncodings
{
    private static readonly Dictionary<string, Func<Encoding>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = () => Encoding.UTF8,
        ["utf-16"] = () => Encoding.Unicode,
        ["utf-16be"] = () => Encoding.BigEndianUnicode,
        ["gbk"] = () => CodePages("gb2312"),
        ["gb18030"] = () => CodePages("gb18030"),
        ["latin-1"] = () => Encoding.Latin1,
        ["windows-1252"] = () => CodePages("windows-1252"),
    };

    public static string Names => string.Join(", ", Known.Keys);

    public static bool AreKnown(string? name) => name is null || Known.ContainsKey(name);

    /// <summary>Null leaves it to the byte order mark.</summary>
    public static Encoding? Find(string? name) => name is null ? null : Known[name]();

    // gb2312 is how .NET calls code page 936, which is GBK.
    private static Encoding CodePages(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;
}

/// <summary>Original values as they are shown beside what is wrong with them.</summary>
internal static class FaultValues
{
    public const int Most = 500;

    public static string Shorten(string value) => value.Length <= Most ? value : value[..(char.IsHighSurrogate(value[Most - 1]) ? Most - 1 : Most)] + "…";
}
