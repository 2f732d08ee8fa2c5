using CsvHelper;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>
/// Reads a CSV file record by record in constant memory. A record with wrong quotes or a wrong number of fields is told apart from the
/// others; a quote that is never closed, and a record longer than allowed, end the reading, since nothing behind them means anything.
/// </summary>
internal sealed class CsvSource : RowSource
{
    private readonly CsvReader _reader;
    private readonly int _mostRecordBytes;
    private readonly bool _areFormulasQuoted;
    private CsvMalformedRecord? _malformed;

    private CsvSource(Stream content, string name, ImportFormat format, int mostRecordBytes) : base(name)
    {
        _mostRecordBytes = mostRecordBytes;
        _areFormulasQuoted = format.AreFormulasQuoted;
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

    public override IReadOnlyList<string> Headers => _reader.Headers!;

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

    public override async ValueTask<SourceLine?> Next(CancellationToken ct)
    {
        while (await Read(ct))
        {
            // A line of nothing, such as the last one that many programs write.
            if (_reader.FieldCount == 1 && _reader.IsEmpty(0)) continue;
            var line = _reader.LineNumber;
            return Fault(line) is { } fault ? new SourceLine(line, [], fault) : new SourceLine(line, Texts(), null);
        }

        return null;
    }

    public override async Task<long> Skip(long most, CancellationToken ct)
    {
        long skipped = 0;
        while (skipped < most && await Read(ct))
        {
            if (_reader.FieldCount > 1 || !_reader.IsEmpty(0)) skipped++;
        }

        return skipped;
    }

    public override ValueTask DisposeAsync() => _reader.DisposeAsync();

    private async Task ReadHeader(CancellationToken ct)
    {
        try
        {
            await _reader.ReadHeaderAsync(ct);
        }
        catch (CsvFormatException)
        {
            throw ImportRules.RecordTooLong.Broken(1, Name, _mostRecordBytes);
        }

        RefuseOpenQuote();
        if (_reader.Headers is not { Count: > 0 }) throw ImportRules.NoHeader.Broken(Name);
        if (Headers.Count > MostColumns) throw ImportRules.TooManyColumns.Broken(Name, MostColumns);
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
            throw ImportRules.RecordTooLong.Broken(tooLong.LineNumber, Name, _mostRecordBytes);
        }
    }

    private void RefuseOpenQuote()
    {
        if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote } open) throw ImportRules.QuoteOpen.Broken(open.LineNumber, Name);
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
        var texts = new string[Wanted.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = Wanted[i] < 0 ? "" : Plain(_reader.GetString(Wanted[i]));
        return texts;
    }

    private string Plain(string text) => _areFormulasQuoted && text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text;
}
